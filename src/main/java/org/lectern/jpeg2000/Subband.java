package org.lectern.jpeg2000;

/**
 * One sub-band of a resolution and its grid of code-blocks. Immutable.
 *
 * @param orientation {@link #LL}, {@link #HL}, {@link #LH} or {@link #HH}
 * @param number counted LL, HL1, LH1, HH1, HL2 … from the lowest resolution: the index into a quantisation's steps
 * @param area in the coordinates of the sub-band; may be empty
 * @param blockWidthExponent a cell of the grid of code-blocks has 2^this columns
 * @param blockHeightExponent a cell of the grid of code-blocks has 2^this rows
 * @param firstBlock number of its first code-block in the tile; they count row by row
 * @param bitPlanes magnitude bits that a code-block has at most (E-2), region shift included
 * @param step size of a quantisation step relative to the samples of the component (E-3); 1 when reversible
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.5, B.7 and E.1</a>
 */
record Subband(
        int orientation,
        int number,
        Area area,
        int blockWidthExponent,
        int blockHeightExponent,
        int firstBlock,
        int bitPlanes,
        float step) {

    static final int LL = 0;
    /** High-pass across, low-pass down. */
    static final int HL = 1;
    /** Low-pass across, high-pass down. */
    static final int LH = 2;
    static final int HH = 3;

    /** The first cell of the grid that the sub-band touches, from the origin. */
    int firstColumn() {
        return area.x0() >> blockWidthExponent;
    }

    /** The first row of cells that the sub-band touches, from the origin. */
    int firstRow() {
        return area.y0() >> blockHeightExponent;
    }

    /** Code-blocks in a row. */
    int columns() {
        return area.isEmpty() ? 0 : (area.x1() - 1 >> blockWidthExponent) - firstColumn() + 1;
    }

    /** Rows of code-blocks. */
    int rows() {
        return area.isEmpty() ? 0 : (area.y1() - 1 >> blockHeightExponent) - firstRow() + 1;
    }

    int blocks() {
        return columns() * rows();
    }

    /** Number in the tile of the code-block in a cell of the grid, the cell counted from the origin. */
    int block(int column, int row) {
        return firstBlock + (row - firstRow()) * columns() + column - firstColumn();
    }

    /** What a code-block covers, in the coordinates of the sub-band; the cell counted from the origin. */
    Area blockArea(int column, int row) {
        return new Area(column << blockWidthExponent, row << blockHeightExponent,
                end(column, blockWidthExponent), end(row, blockHeightExponent)).intersection(area);
    }

    private static int end(int cell, int exponent) {
        return (int) Math.min(Integer.MAX_VALUE, (cell + 1L) << exponent);
    }
}
