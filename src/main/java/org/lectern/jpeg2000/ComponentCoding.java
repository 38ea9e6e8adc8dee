package org.lectern.jpeg2000;

/**
 * How the samples of a component are coded: the last parameters of COD, or those of COC. Immutable; {@code precincts}
 * is not to be written.
 *
 * @param levels decompositions, 0 to 32
 * @param blockWidthExponent a code-block has at most 2^this columns, 2 to 10
 * @param blockHeightExponent a code-block has at most 2^this rows, 2 to 10; the sum of both at most 12
 * @param blockStyle bits of Table A.19: {@link #BYPASS} and the others here
 * @param reversible the 5/3 wavelet, else the 9/7
 * @param precincts a byte for each resolution from the lowest: exponent of its columns, and of its rows shifted by 4;
 *     15 for both when not told. Zero only in resolution 0
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.6.1, Tables A.18 to A.21</a>
 */
record ComponentCoding(
        int levels, int blockWidthExponent, int blockHeightExponent, int blockStyle, boolean reversible, int[] precincts) {

    /** Selective arithmetic coding bypass. */
    static final int BYPASS = 1;
    /** Contexts are reset after each pass. */
    static final int RESET = 2;
    /** Each pass is terminated. */
    static final int TERMINATE = 4;
    /** Contexts know nothing of the next stripe. */
    static final int CAUSAL = 8;
    /** Predictable termination. */
    static final int PREDICTABLE = 16;
    /** A symbol ends each clean-up pass. */
    static final int SEGMENTATION = 32;

    boolean is(int style) {
        return (blockStyle & style) != 0;
    }

    int precinctWidthExponent(int resolution) {
        return precincts[resolution] & 15;
    }

    int precinctHeightExponent(int resolution) {
        return precincts[resolution] >> 4;
    }
}
