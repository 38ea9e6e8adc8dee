package org.lectern.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Rect;

/**
 * One line of a page. Immutable.
 *
 * @param box around its words
 * @param block counts the blocks of the page from 0, in reading order
 * @param paragraph counts the paragraphs of the page from 0, in reading order
 * @param language a BCP 47 tag, when the file tells it
 * @param words in reading order, at least one
 */
public record Line(Rect box, int block, int paragraph, Optional<String> language, List<Word> words) {

    /** Keeps its own copy. */
    public Line {
        Objects.requireNonNull(box);
        Objects.requireNonNull(language);
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line without words");
        }
    }
}
