package org.lectern.jpeg2000;

/**
 * The COD marker segment. Immutable.
 *
 * @param sop whether SOP marker segments may stand before packets
 * @param eph whether EPH markers stand behind packet headers
 * @param order progression, one of {@link ProgressionChange#LRCP} to {@link ProgressionChange#CPRL}
 * @param layers 1 to 65 535
 * @param componentTransform whether components 0 to 2 are transformed together
 * @param coding of every component that has no COC
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.6.1</a>
 */
record CodingStyle(
        boolean sop, boolean eph, int order, int layers, boolean componentTransform, ComponentCoding coding) {

    private static final int PRECINCTS = 1; // in Scod and Scoc
    private static final int SOP = 2;
    private static final int EPH = 4;
    private static final int MOST_LEVELS = 32;
    private static final int MOST_BLOCK_SIDE = 10;
    private static final int MOST_BLOCK_AREA = 12;
    private static final int HIGH_THROUGHPUT = 0xc0; // alone, or mixed with the other
    private static final int LARGEST_PRECINCT = 0xff;

    /** Reads COD. */
    static CodingStyle read(Content in) {
        int style = in.u8();
        if (style > (PRECINCTS | SOP | EPH)) {
            throw Faults.broken("its coding style is " + style + "; 0 to 7 can be");
        }
        int order = order(in.u8());
        int layers = in.u16();
        int transform = in.u8();
        if (layers == 0 || transform > 1) {
            throw Faults.broken("it has " + layers + " layers and component transformation " + transform
                    + "; 1 to 65535 layers and transformations 0 and 1 can be");
        }
        return new CodingStyle((style & SOP) != 0, (style & EPH) != 0, order, layers, transform == 1,
                coding(in, (style & PRECINCTS) != 0));
    }

    /** Reads what follows the component's number in COC. */
    static ComponentCoding component(Content in) {
        return coding(in, (in.u8() & PRECINCTS) != 0);
    }

    /** A progression, once it is one. */
    static int order(int told) {
        if (told > ProgressionChange.CPRL) {
            throw Faults.broken("its progression order is " + told + "; 0 to " + ProgressionChange.CPRL + " can be");
        }
        return told;
    }

    private static ComponentCoding coding(Content in, boolean precincts) {
        int levels = in.u8();
        int width = in.u8() + 2;
        int height = in.u8() + 2;
        int style = in.u8();
        int wavelet = in.u8();
        Markers.refuseHighThroughput((style & HIGH_THROUGHPUT) != 0);
        if (levels > MOST_LEVELS || wavelet > 1) {
            throw Faults.broken("it has " + levels + " decompositions by wavelet " + wavelet + "; up to "
                    + MOST_LEVELS + " by wavelets 0 and 1 can be");
        }
        if (width > MOST_BLOCK_SIDE || height > MOST_BLOCK_SIDE || width + height > MOST_BLOCK_AREA) {
            throw Faults.broken("its code-blocks have 2^" + width + " by 2^" + height + " samples; 2^"
                    + MOST_BLOCK_SIDE + " in a row or column and 2^" + MOST_BLOCK_AREA + " in all can be");
        }
        return new ComponentCoding(levels, width, height, style, wavelet == 1, precincts(in, levels, precincts));
    }

    private static int[] precincts(Content in, int levels, boolean told) {
        int[] precincts = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = told ? in.u8() : LARGEST_PRECINCT;
            if (r > 0 && ((precincts[r] & 15) == 0 || precincts[r] >> 4 == 0)) {
                throw Faults.broken("the precincts of resolution " + r + " have a side of one sample;"
                        + " only those of resolution 0 can");
            }
        }
        return precincts;
    }
}
