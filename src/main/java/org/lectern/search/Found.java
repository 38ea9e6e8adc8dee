package org.lectern.search;

import java.util.List;
import org.lectern.core.Rect;

/**
 * A stretch of what a query found, in the order of pages, then of reading.
 *
 * @param total all hits, also those outside the stretch
 * @param start index of the first hit of the stretch, from 0
 * @param hits the stretch
 */
public record Found(int total, int start, List<Hit> hits) {

    /** Keeps its own copy. */
    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * One place where a phrase of the query stands.
     *
     * @param page index of the page in the item
     * @param before some words before it on the page, may be empty
     * @param after some words behind it on the page, may be empty
     * @param words the words it is made of, at least one; a divided word is two
     */
    public record Hit(int page, String before, String after, List<Word> words) {
        /** Keeps its own copy. */
        public Hit {
            words = List.copyOf(words);
        }

        /** What stands there. */
        public String match() {
            return String.join(" ", words.stream().map(Word::text).toList());
        }
    }

    /**
     * A word on a page.
     *
     * @param offset counts the words of the page from 0: with the page a name that does not change
     * @param text as it stands there
     * @param box in pixels of the canvas
     */
    public record Word(int offset, String text, Rect box) {}
}
