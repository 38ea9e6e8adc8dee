package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Rect;

/**
 * A text that stands on a canvas.
 *
 * @param id its URI, the same in every version
 * @param text what stands there; plain
 * @param language a BCP 47 tag, when it is known
 * @param granularity how much of the page it is
 * @param canvas URI of the canvas
 * @param box where on the canvas
 */
public record Annotation(
        String id, String text, Optional<String> language, Granularity granularity, String canvas, Rect box) {

    /** Nothing is null. */
    public Annotation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
        Objects.requireNonNull(language);
        Objects.requireNonNull(granularity);
        Objects.requireNonNull(canvas);
        Objects.requireNonNull(box);
    }

    /** How much of a page a text is, in the words of the extension. */
    public enum Granularity {
        /** A line. */
        LINE,
        /** A word. */
        WORD;

        /** As the extension writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
