package org.lectern.text;

import java.util.List;
import java.util.Objects;
import org.lectern.core.Dimensions;

/**
 * The words of one page, in reading order. Immutable.
 *
 * @param space width and height that the boxes are measured in: the page as the recognition saw it, top left first
 * @param lines in reading order; none for a blank page
 */
public record PageText(Dimensions space, List<Line> lines) {

    /** Keeps its own copy. */
    public PageText {
        Objects.requireNonNull(space);
        lines = List.copyOf(lines);
    }
}
