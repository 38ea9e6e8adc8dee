package org.lectern.jpeg2000;

import java.util.List;

/**
 * One resolution of a tile-component, with its precincts. Immutable.
 *
 * @param area in samples of this resolution; may be empty
 * @param precinctWidthExponent a precinct has 2^this columns of this resolution
 * @param precinctHeightExponent a precinct has 2^this rows of this resolution
 * @param bands LL for resolution 0; HL, LH, HH for the others
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.5 and B.6</a>
 */
record Resolution(Area area, int precinctWidthExponent, int precinctHeightExponent, List<Subband> bands) {

    Resolution {
        bands = List.copyOf(bands);
    }

    /** Precincts in a row (B-16). */
    int precinctsAcross() {
        return area.width() == 0 ? 0 : cells(area.x0(), area.x1(), precinctWidthExponent);
    }

    /** Rows of precincts (B-16). */
    int precinctsDown() {
        return area.height() == 0 ? 0 : cells(area.y0(), area.y1(), precinctHeightExponent);
    }

    private static int cells(int from, int to, int exponent) {
        return (to - 1 >> exponent) - (from >> exponent) + 1;
    }
}
