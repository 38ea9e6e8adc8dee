package org.lectern.source;

import java.util.List;

/**
 * A part of an item that readers look for: a book of several, a chapter, an article.
 *
 * @param label its title, not blank
 * @param pages indexes of its pages, in order, those of its parts included; none when only its parts have any
 * @param parts its own parts, in order
 */
public record Section(String label, List<Integer> pages, List<Section> parts) {
    /** Keeps its own copies. */
    public Section {
        pages = List.copyOf(pages);
        parts = List.copyOf(parts);
        if (label.isBlank() || pages.isEmpty() && parts.isEmpty()) {
            throw new IllegalArgumentException("a section needs a label and something in it: " + label);
        }
    }
}
