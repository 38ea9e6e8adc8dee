package org.lectern.jpeg2000;

/**
 * A volume of packets and the order they come in: one entry of POC, or the whole of a tile by COD. Immutable.
 *
 * @param resolutionStart first resolution
 * @param componentStart first component
 * @param layerEnd layer behind the last
 * @param resolutionEnd resolution behind the last
 * @param componentEnd component behind the last
 * @param order one of {@link #LRCP} to {@link #CPRL}
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.6.6 and B.12</a>
 */
record ProgressionChange(
        int resolutionStart, int componentStart, int layerEnd, int resolutionEnd, int componentEnd, int order) {

    static final int LRCP = 0;
    static final int RLCP = 1;
    static final int RPCL = 2;
    static final int PCRL = 3;
    static final int CPRL = 4;
}
