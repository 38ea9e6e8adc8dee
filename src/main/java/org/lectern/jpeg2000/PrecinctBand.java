package org.lectern.jpeg2000;

/**
 * The code-blocks of one sub-band in one precinct, while packets of the precinct are still to come. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.7 and B.10</a>
 */
final class PrecinctBand {

    private static final int FIRST_LENGTH_BITS = 3;
    private static final int MOST_ZERO_PLANES = 82; // 38 bits, 37 of a region, 7 guard bits

    private final Subband band;
    private final int column;
    private final int row;
    private final int width;
    private final TagTree inclusion;
    /** Rows of code-blocks. */
    final int height;

    private TagTree zeroPlanes;
    private byte[] lengthBits = {}; // 0 until the code-block is included
    private char[] passes = {};
    private int[] last = {};

    /**
     * Of cells of the sub-band's grid, at least one.
     *
     * @param column the first, from the origin
     * @param row the first, from the origin
     */
    PrecinctBand(Subband band, int column, int row, int width, int height) {
        this.band = band;
        this.column = column;
        this.row = row;
        this.width = width;
        this.height = height;
        inclusion = new TagTree(width, height);
        zeroPlanes = inclusion; // until a code-block is included
    }

    int width() {
        return width;
    }

    int blocks() {
        return width * height;
    }

    /** Number in the tile. */
    int block(int cell) {
        return band.block(column + cell % width, row + cell / width);
    }

    /** Whether nothing can be included up to a layer. */
    boolean isAbsent(int layer) {
        return lengthBits.length == 0 && inclusion.isNowhereBelow(layer + 1);
    }

    /** Whether a code-block contributes to a packet; takes the bits that tell it (B.10.4). */
    boolean contributes(int x, int y, int layer, HeaderBits bits) {
        if (lengthBits.length > 0 && lengthBits[y * width + x] != 0) {
            return bits.bit() == 1;
        }
        return inclusion.isBelow(layer + 1, x, y, bits);
    }

    boolean isNew(int cell) {
        return lengthBits.length == 0 || lengthBits[cell] == 0;
    }

    /** Includes a code-block; false when no sample has so many bit-planes that are zero (B.10.5). Some encoders tell of one too many. */
    boolean include(int x, int y, HeaderBits bits) {
        if (lengthBits.length == 0) {
            zeroPlanes = new TagTree(width, height);
            lengthBits = new byte[blocks()];
            passes = new char[blocks()];
            last = new int[blocks()];
        }
        lengthBits[y * width + x] = FIRST_LENGTH_BITS;
        return zeroPlanes.isBelow(MOST_ZERO_PLANES, x, y, bits);
    }

    /** Of an included code-block. */
    int zeroPlanes(int cell) {
        return zeroPlanes.number(cell % width, cell / width);
    }

    /** Coding passes told so far. */
    int passes(int cell) {
        return passes[cell];
    }

    /** Counts coding passes; false when no layers bring so many. Some encoders tell of more than the bit-planes have. */
    boolean addPasses(int cell, int more) {
        int sum = passes[cell] + more;
        passes[cell] = (char) sum;
        return sum <= Character.MAX_VALUE;
    }

    int lengthBits(int cell) {
        return lengthBits[cell];
    }

    void lengthBits(int cell, int bits) {
        lengthBits[cell] = (byte) bits;
    }

    /** Its last piece in {@link BlockTable}; 0 for none. */
    int last(int cell) {
        return last[cell];
    }

    void last(int cell, int piece) {
        last[cell] = piece;
    }

    /** Bytes of heap. */
    long weight() {
        return 150 + inclusion.weight() + (lengthBits.length == 0 ? 0 : zeroPlanes.weight() + 7L * lengthBits.length);
    }
}
