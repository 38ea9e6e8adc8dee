package org.lectern.tiff;

import java.util.List;

/**
 * One picture of a TIFF file.
 *
 * @param levels the full resolution, then the reduced ones, each smaller than the one before; at least one
 */
public record TiffPage(List<TiffDirectory> levels) {

    /** Keeps its own copy. */
    public TiffPage {
        levels = List.copyOf(levels);
    }

    /** The full resolution. */
    public TiffDirectory full() {
        return levels.get(0);
    }
}
