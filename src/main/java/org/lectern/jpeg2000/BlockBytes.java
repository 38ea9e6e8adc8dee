package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * Where the coded bytes of one code-block lie: pieces in the order of coding, each a part of one codeword segment.
 * Reusable; for one thread.
 */
final class BlockBytes {

    /** Most significant bit-planes that are all zero: the coded ones are {@code Subband.bitPlanes() - zeroPlanes}. */
    int zeroPlanes;

    /** Pieces there are; none means that all coefficients are zero. */
    int pieces;

    /** For each piece its position in the file. */
    long[] at = new long[4];

    /** For each piece its length in bytes, 0 or more. */
    int[] length = new int[4];

    /**
     * For each piece how many coding passes it brings. In a code-block whose passes are not terminated all pieces are
     * one codeword segment; with termination or bypass a piece never spans the border of two segments.
     */
    int[] passes = new int[4];

    /** Bytes of heap. */
    long weight() {
        return 16L * at.length;
    }

    void clear() {
        zeroPlanes = 0;
        pieces = 0;
    }

    void add(long position, int bytes, int codingPasses) {
        if (pieces == at.length) {
            at = Arrays.copyOf(at, 2 * pieces);
            length = Arrays.copyOf(length, 2 * pieces);
            passes = Arrays.copyOf(passes, 2 * pieces);
        }
        at[pieces] = position;
        length[pieces] = bytes;
        passes[pieces++] = codingPasses;
    }
}
