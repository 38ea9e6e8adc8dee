package org.lectern.source;

import java.util.Objects;
import org.lectern.core.Identifier;

/**
 * Where an identifier leads.
 *
 * @param source name of the source
 * @param path what the source is to look up; often the identifier itself
 */
public record Location(String source, Identifier path) {
    /** Nothing is null. */
    public Location {
        Objects.requireNonNull(source);
        Objects.requireNonNull(path);
    }
}
