package org.lectern.search;

import java.util.List;
import org.lectern.core.IiifException;

/**
 * What a reader searches for: all of its phrases must stand on a page. A word is a phrase of one; words between
 * double quotes are one phrase; {@code *} behind a word stands for any ending. Case and accents do not count.
 * Immutable. No part of a query is ever read as another language's syntax.
 *
 * @param phrases folded words, at least one each; none when there is nothing to search for
 */
public record TextQuery(List<Phrase> phrases) {

    /** Keeps its own copy. */
    public TextQuery {
        phrases = List.copyOf(phrases);
    }

    /**
     * Words that stand one behind the other.
     *
     * @param words folded, at least one
     * @param open whether the last one may go on
     */
    public record Phrase(List<String> words, boolean open) {
        /** Keeps its own copy. */
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /**
     * Reads the parameter {@code q}.
     *
     * @throws IiifException.Malformed when it is longer than 500 characters or has more than 30 words
     */
    public static TextQuery parse(String q) {
        throw new UnsupportedOperationException("queries are not read yet");
    }
}
