package org.lectern.presentation;

import java.util.List;
import java.util.Objects;

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
     * A whole canvas.
     *
     * @param canvas its URI
     */
    public record Part(String canvas) implements RangeMember {}
}
