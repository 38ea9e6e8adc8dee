package org.lectern.presentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A part of the object that readers look for. Immutable.
 *
 * @param id its URI, the same in every version and every document
 * @param label its title, at least one text
 * @param items ranges and canvases in it, in order, at least one
 * @see <a href="https://iiif.io/api/presentation/3.0/#54-range">Presentation API 3.0, 5.4</a>
 */
public record Range(String id, LanguageMap label, List<RangeMember> items) implements RangeMember {

    /** Keeps its own copy; what the API requires must be there. */
    public Range {
        Objects.requireNonNull(id);
        items = List.copyOf(items);
        if (label.isEmpty() || items.isEmpty()) {
            throw new IllegalArgumentException("a range needs a label and something in it: " + id);
        }
    }

    /**
     * The same, with no more than so many levels of ranges: what lies deeper is left out, and its canvases stand in the
     * lowest range that is left. Bookmarks of files may nest as deep as their makers please, documents may not.
     *
     * @param levels at least 1
     */
    Range within(int levels) {
        List<RangeMember> members = new ArrayList<>();
        for (RangeMember item : items) {
            if (item instanceof Range range && levels > 1) {
                members.add(range.within(levels - 1));
            } else {
                members.addAll(item instanceof Range range ? range.parts() : List.of(item));
            }
        }
        return new Range(id, label, members);
    }

    /** Every canvas of it once, in order, however deep. */
    private Set<Part> parts() {
        Set<Part> parts = new LinkedHashSet<>();
        Deque<RangeMember> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            RangeMember next = open.pop();
            if (next instanceof Part part) {
                parts.add(part);
            } else if (next instanceof Range range) {
                for (int i = range.items.size() - 1; i >= 0; i--) {
                    open.push(range.items.get(i));
                }
            }
        }
        return parts;
    }

    /**
     * A whole canvas.
     *
     * @param canvas its URI
     */
    public record Part(String canvas) implements RangeMember {}
}
