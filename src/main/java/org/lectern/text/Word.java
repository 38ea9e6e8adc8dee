package org.lectern.text;

import java.util.Objects;
import org.lectern.core.Rect;

/**
 * One word, or the part of a word that stands on one line. Immutable.
 *
 * @param text as it stands there, with its punctuation, without space around it; not empty
 * @param box around it
 * @param part whether it is a whole word
 * @param whole what to search for: the text, or both parts of a divided word put together without the hyphen
 */
public record Word(String text, Rect box, Part part, String whole) {

    /** Nothing is null or blank. */
    public Word {
        Objects.requireNonNull(box);
        Objects.requireNonNull(part);
        if (text.isBlank() || whole.isBlank()) {
            throw new IllegalArgumentException("a word without letters");
        }
    }

    /** How much of a word it is. */
    public enum Part {
        /** All of it. */
        WHOLE,
        /** What stands before the hyphen at a line's end. */
        HEAD,
        /** What stands behind it; its {@code whole} is that of the head, and counts once. */
        TAIL
    }

    /** A word that is not divided. */
    public static Word of(String text, Rect box) {
        return new Word(text, box, Part.WHOLE, text);
    }
}
