package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which samples and coefficients a window of one resolution is made of, for each resolution below it. Immutable.
 *
 * <p>A sample at an odd place is reached by coefficients up to 4 places off (9/7; 5/3: 2), one at an even place by
 * those up to 3 (5/3: 1): the window grows by that much on each side, but not over the edge of its resolution, where
 * the signal is extended by its mirror image. The low-pass half of the grown window is the window of the next lower
 * resolution.
 *
 * @param levels for each resolution from the lowest, up to that of the window
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.2 to F.3.7</a>
 */
record Windows(List<Level> levels) {

    /**
     * What is needed of one resolution.
     *
     * @param wanted samples of the resolution, in its coordinates; may be empty
     * @param grown those and the margin around them; for resolution 0 the same as wanted
     * @param bands for LL, or for HL, LH and HH, the window in coordinates of the sub-band; may be empty
     */
    record Level(Area wanted, Area grown, List<Area> bands) {}

    Windows {
        levels = List.copyOf(levels);
    }

    /**
     * Goes down from a window.
     *
     * @param areas of the tile-component's resolutions from the lowest, up to {@code resolution} at least
     * @param resolution of the window
     * @param window in coordinates of the resolution, inside its area, not empty
     * @param reversible the 5/3 wavelet, else the 9/7
     */
    static Windows of(List<Area> areas, int resolution, Area window, boolean reversible) {
        if (window.isEmpty() || !areas.get(resolution).contains(window)) {
            throw new IllegalArgumentException(window + " is not inside " + areas.get(resolution) + " or empty");
        }
        List<Level> levels = new ArrayList<>(resolution + 1);
        Area wanted = window;
        for (int r = resolution; r > 0; r--) {
            Area grown = grown(wanted, areas.get(r), reversible ? 2 : 4);
            levels.add(new Level(wanted, grown, List.of(
                    band(grown, Subband.HL), band(grown, Subband.LH), band(grown, Subband.HH))));
            wanted = band(grown, Subband.LL);
        }
        levels.add(new Level(wanted, wanted, List.of(wanted)));
        Collections.reverse(levels);
        return new Windows(levels);
    }

    /** The parts of the sub-bands of one resolution that are needed: LL, or HL, LH, HH. */
    List<Area> bands(int resolution) {
        return levels.get(resolution).bands();
    }

    private static Area grown(Area window, Area within, int reach) {
        return new Area(
                Math.max(within.x0(), window.x0() - reach(window.x0(), reach)),
                Math.max(within.y0(), window.y0() - reach(window.y0(), reach)),
                end(window.x1(), within.x1(), reach),
                end(window.y1(), within.y1(), reach));
    }

    private static int end(int end, int most, int reach) {
        return end + Math.min(most - end, reach(end - 1, reach)); // no sum above what 31 bits hold
    }

    /** What is reached from an odd place, is reached from an even one with a step less. */
    private static int reach(int place, int ofOdd) {
        return ofOdd - 1 + (place & 1);
    }

    /** The samples of a sub-band among interleaved ones: low-pass at the even places, high-pass at the odd. */
    private static Area band(Area interleaved, int orientation) {
        int acrossHigh = orientation & 1;
        int downHigh = orientation >> 1;
        return new Area(half(interleaved.x0(), acrossHigh), half(interleaved.y0(), downHigh),
                half(interleaved.x1(), acrossHigh), half(interleaved.y1(), downHigh));
    }

    private static int half(int at, int high) {
        return high == 1 ? at >> 1 : Area.halved(at, 1);
    }
}
