package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * The coefficients of a code-block while its bit-planes are decoded. Reusable; for one thread.
 *
 * <p>There is a flag word for each column of a stripe (four rows), and a border of words round the block. With
 * {@code t = 3 * row}, row 0 to 3, a word shifted down by t has the row's coefficient thus:
 * <pre>
 *     bits 0 to 8    significance of its neighbourhood, row by row; bit 4 is its own
 *     bit 18         visited by the significance propagation pass of this bit-plane
 *     bit 19         refined before
 *     bit 20         its sign, 1 is negative
 * </pre>
 * The signs of the coefficients above and below the column are bits 30 and 31. So a word tells all that the
 * context of any of its bits depends on, but for the signs left and right, which lie in the next words.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.1</a>
 */
final class BlockState {

    /** The four rows of a word at t = 0, 3, 6, 9. */
    static final int ROWS = 0x249;
    /** Significance of the column and all its neighbours. */
    static final int NEIGHBOURS = 0x3ffff;
    /** The neighbourhood of a coefficient without itself. */
    static final int AROUND = 0x1ef;
    static final int SIGNIFICANT = 1 << 4;
    static final int VISITED = 1 << 18;
    static final int REFINED = 1 << 19;
    private static final int SIGN = 20;
    private static final int SIGN_ABOVE = 30;
    private static final int SIGN_BELOW = 31;
    private static final int LAST_ROW = 9;

    /** All bits {@link #VISITED} of a word. */
    static final int ALL_VISITED = ROWS << 18;

    /** Largest number of coefficients of a code-block. */
    static final int MOST = 4096;

    int width;
    int height;

    /** Words in a row of flags: two more than columns. */
    int stride;

    /** Row by row with a border of one word; the first stripe begins at {@code stride + 1}. */
    int[] flags = new int[1 << 10];

    /** Row by row, in halves of a quantisation step, signed; the lowest bit set is the middle of what is not known. */
    final int[] samples = new int[MOST];

    private boolean causal;

    /** Begins a code-block of width × height coefficients, at most {@value #MOST} together. */
    void begin(int columns, int rows, boolean stripeCausal) {
        width = columns;
        height = rows;
        stride = columns + 2;
        causal = stripeCausal;
        int words = stride * ((rows + 3) / 4 + 2);
        if (flags.length < words) {
            flags = new int[words];
        }
        Arrays.fill(flags, 0, words, 0);
        Arrays.fill(samples, 0, columns * rows, 0);
    }

    /** The rows of a stripe that begins at a row, as bits of {@link #ROWS}. */
    int rowsFrom(int y) {
        return height - y >= 4 ? ROWS : ROWS & (1 << 3 * (height - y)) - 1;
    }

    /** Of a word, the rows whose coefficient is not significant while a neighbour is. */
    static int insignificantWithNeighbours(int word) {
        int rows = word | word >>> 1 | word >>> 2; // bit 0, 3, 6 …: any of the row
        return (rows | rows >>> 3 | rows >>> 6) & ~(word >>> 4) & ROWS;
    }

    /**
     * Index into {@link Contexts#SIGNS} of a coefficient.
     *
     * @param at of its word
     * @param word as it is now
     * @param t three times its row
     */
    int signs(int at, int word, int t) {
        int above = t == 0 ? word >>> SIGN_ABOVE : word >>> SIGN - 3 + t;
        int below = t == LAST_ROW ? word >>> SIGN_BELOW : word >>> SIGN + 3 + t;
        return word >>> t & 0xaa
                | above & 1
                | (flags[at - 1] >>> SIGN + t & 1) << 2
                | (flags[at + 1] >>> SIGN + t & 1) << 4
                | (below & 1) << 6;
    }

    /**
     * Tells the neighbours that a coefficient is significant now.
     *
     * @param at of its word
     * @param word as it is now
     * @param t three times its row
     * @param negative 1 for a negative coefficient, else 0
     * @return the word as it is then; to be stored by the caller
     */
    int becomeSignificant(int at, int word, int t, int negative) {
        flags[at - 1] |= 0x20 << t;
        flags[at + 1] |= 0x08 << t;
        if (t == 0 && !causal) {
            int above = at - stride;
            flags[above] |= 1 << 16 | negative << SIGN_BELOW;
            flags[above - 1] |= 1 << 17;
            flags[above + 1] |= 1 << 15;
        } else if (t == LAST_ROW) {
            int below = at + stride;
            flags[below] |= 1 << 1 | negative << SIGN_ABOVE;
            flags[below - 1] |= 1 << 2;
            flags[below + 1] |= 1;
        }
        return word | (SIGNIFICANT | negative << SIGN) << t;
    }

    /** The index of a coefficient's sample, of the column's first one and three times its row. */
    int sample(int column, int t) {
        return column + (t * 11 >> 5) * width;
    }
}
