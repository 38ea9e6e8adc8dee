package org.lectern.service;

import java.util.Objects;
import org.lectern.core.Identifier;

/**
 * An identifier as a client spelled it. Answers name themselves in the same spelling.
 *
 * @param id the decoded text
 * @param prefix what stood in front of it below the base URL: {@code ""}, {@code "/iiif"},
 *     {@code "/iiif/2"}, {@code "/iiif/3"}, {@code "/image/iiif/2"} or {@code "/image/iiif/3"}
 * @param rawSlashes whether slashes in it stood raw in the path, not as {@code %2F}
 */
public record Asked(Identifier id, String prefix, boolean rawSlashes) {
    /** Nothing is null. */
    public Asked {
        Objects.requireNonNull(id);
        Objects.requireNonNull(prefix);
    }
}
