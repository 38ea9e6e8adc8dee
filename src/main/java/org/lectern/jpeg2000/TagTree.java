package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * A tag tree while it is decoded: numbers of a grid of code-blocks, each node the least of the up to four below it.
 * For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.10.2</a>
 */
final class TagTree {

    private static final int DEEPEST = 32;

    private final int[] nodes; // what a number is at least, shifted by one; the lowest bit: it is exactly this
    private final int[] first; // node of each level, leaves first
    private final int[] width;

    TagTree(int columns, int rows) {
        int[] starts = new int[DEEPEST];
        int[] widths = new int[DEEPEST];
        int level = 0;
        int across = columns;
        int down = rows;
        widths[0] = across;
        int count = across * down;
        while (across > 1 || down > 1) {
            across = across + 1 >> 1;
            down = down + 1 >> 1;
            starts[++level] = count;
            widths[level] = across;
            count += across * down;
        }
        nodes = new int[count];
        first = Arrays.copyOf(starts, level + 1);
        width = Arrays.copyOf(widths, level + 1);
    }

    /** Whether the number of a leaf is below a threshold; takes the bits that tell it. */
    boolean isBelow(int threshold, int column, int row, HeaderBits bits) {
        int least = 0;
        for (int level = first.length - 1; level >= 0; level--) {
            int at = first[level] + (row >> level) * width[level] + (column >> level);
            int node = nodes[at];
            if ((node & 1) == 0) {
                node = narrowed(Math.max(node >> 1, least), threshold, bits);
                nodes[at] = node;
            }
            least = node >> 1;
            if (least >= threshold) {
                return false;
            }
        }
        return true;
    }

    private static int narrowed(int from, int threshold, HeaderBits bits) {
        int least = from;
        while (least < threshold) {
            if (bits.bit() == 1) {
                return least << 1 | 1;
            }
            least++;
        }
        return least << 1;
    }

    /** Whether all numbers are known to be at least this. */
    boolean isNowhereBelow(int threshold) {
        return nodes[nodes.length - 1] >> 1 >= threshold;
    }

    /** The number of a leaf that was found to be below a threshold. */
    int number(int column, int row) {
        return nodes[row * width[0] + column] >> 1;
    }

    /** Bytes of heap. */
    long weight() {
        return 4L * nodes.length + 200;
    }
}
