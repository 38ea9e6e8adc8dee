package org.lectern.sample;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A finished page, and what stands on it: as a recognition of its text would find it.
 *
 * @param picture the page
 * @param lines from top to bottom as they were set, each of its words
 */
record Print(BufferedImage picture, List<List<Word>> lines) {

    /** Keeps its own copy. */
    Print {
        lines = List.copyOf(lines);
    }

    /**
     * A word.
     *
     * @param text with its punctuation
     * @param box around its ink, in pixels
     */
    record Word(String text, Rectangle box) {}
}
