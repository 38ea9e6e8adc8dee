package org.lectern.service;

import java.util.BitSet;
import java.util.List;
import org.lectern.source.Item;
import org.lectern.source.Page;

/*
 * A viewer leaves pages that are "non-paged" out of its openings. A folded sheet of which both sides were photographed
 * is left out with no harm; a single side left out would move every page behind it to the wrong side of the gutter.
 */
/** Finds the pages of a book that stand outside its paging. */
final class Foldouts {

    private static final String PAGED = "paged";

    private Foldouts() {}

    /** By index: foldouts in a paged book, where an even number of them lies together. */
    static BitSet of(Item item) {
        BitSet outside = new BitSet();
        List<Page> pages = item.pages();
        for (int i = 0; item.behavior().contains(PAGED) && i < pages.size(); i++) {
            int end = end(pages, i);
            outside.set(i, end, (end - i) % 2 == 0);
            i = end;
        }
        return outside;
    }

    /** Where the foldouts end that begin here; here when there is none. */
    private static int end(List<Page> pages, int start) {
        int end = start;
        while (end < pages.size() && pages.get(end).type().filter("foldout"::equalsIgnoreCase).isPresent()) {
            end++;
        }
        return end;
    }
}
