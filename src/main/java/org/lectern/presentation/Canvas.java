package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * One page or view.
 *
 * @param id its URI, the same in every version and every document
 * @param label what a reader calls it, at least one text
 * @param size width and height: pixels of the full, upright picture
 * @param painting the picture on it; none when it cannot be shown
 * @param thumbnail a small picture of it
 * @see <a href="https://iiif.io/api/presentation/3.0/#53-canvas">Presentation API 3.0, 5.3</a>
 */
public record Canvas(
        String id, LanguageMap label, Dimensions size, Optional<Painting> painting, Optional<Thumbnail> thumbnail) {

    /** What version 2 requires must be there. */
    public Canvas {
        Objects.requireNonNull(id);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a canvas needs a label: " + id);
        }
        Objects.requireNonNull(size);
        Objects.requireNonNull(painting);
        Objects.requireNonNull(thumbnail);
    }

    /**
     * The picture that fills a canvas: the body of its only painting annotation.
     *
     * @param service base URIs of its image service
     * @param size of the largest picture the service gives
     * @param limited whether that is smaller than the original
     */
    public record Painting(VersionedUri service, Dimensions size, boolean limited) {

        /** Nothing is null. */
        public Painting {
            Objects.requireNonNull(service);
            Objects.requireNonNull(size);
        }
    }
}
