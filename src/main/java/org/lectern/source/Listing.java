package org.lectern.source;

import java.util.List;

/**
 * A stretch of the list of all items.
 *
 * @param start index of the first, from 0
 * @param total how many there are in all
 * @param items the stretch; empty behind the end
 * @param validator changes when the list changes
 */
public record Listing(int start, int total, List<Summary> items, String validator) {

    /** Keeps its own copy. */
    public Listing {
        items = List.copyOf(items);
    }
}
