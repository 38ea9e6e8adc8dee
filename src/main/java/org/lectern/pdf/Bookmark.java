package org.lectern.pdf;

import java.util.List;
import java.util.OptionalInt;

/**
 * An entry of a PDF's outline. Immutable.
 *
 * @param title not blank
 * @param page index of the page it leads to; empty when it leads nowhere in the file
 * @param children entries below it, in order
 */
public record Bookmark(String title, OptionalInt page, List<Bookmark> children) {
    /** Keeps its own copy. */
    public Bookmark {
        children = List.copyOf(children);
    }
}
