package org.lectern.render;

import java.util.Objects;
import org.lectern.core.Dimensions;

/**
 * One resolution in which a picture can be read here: a level of its file, or one derived from that.
 *
 * @param level index of the level of the file
 * @param halvings how often that is halved
 * @param size in pixels
 * @param way how it is read
 * @param cell size of the pieces in which it is kept, for {@code CELLS} and {@code SLICES}
 */
record Resolution(int level, int halvings, Dimensions size, Way way, Dimensions cell) {

    /** How pixels come out of the file. */
    enum Way {
        /** The file's own tiles, a few together, each decoded when first needed. */
        CELLS,
        /** The whole level decoded at once and kept in slices. */
        SLICES,
        /** The region decoded each time: too large to be kept, or nothing gained by it. */
        DIRECT
    }

    Resolution {
        Objects.requireNonNull(size);
        Objects.requireNonNull(way);
        Objects.requireNonNull(cell);
    }

    /** How many columns of the full picture one column stands for. */
    double across(Dimensions full) {
        int power = power(full);
        return power > 0 ? power : (double) full.width() / size.width();
    }

    /** How many rows of the full picture one row stands for. */
    double down(Dimensions full) {
        int power = power(full);
        return power > 0 ? power : (double) full.height() / size.height();
    }

    /**
     * The power of two that this is of the full picture, rounded up or down; 0 when it is not. Files are
     * halved pixel by pixel, so their levels begin on a common grid and only the last column is odd.
     */
    private int power(Dimensions full) {
        for (int power = 1; power > 0 && power <= Math.max(full.width(), full.height()); power <<= 1) {
            if (halved(full.width(), size.width(), power) && halved(full.height(), size.height(), power)) {
                return power;
            }
        }
        return 0;
    }

    private static boolean halved(int full, int reduced, int power) {
        return reduced == Math.max(1, full / power) || reduced == (full - 1) / power + 1;
    }
}
