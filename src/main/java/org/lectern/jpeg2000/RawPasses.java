package org.lectern.jpeg2000;

/**
 * The coding passes that bypass the arithmetic coder: significance propagation and magnitude refinement in bits as
 * they are. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.6</a>
 */
final class RawPasses {

    private final BlockState block;
    private final RawSegment bits;

    RawPasses(BlockState block, RawSegment bits) {
        this.block = block;
        this.bits = bits;
    }

    /**
     * Significance propagation.
     *
     * @param value of a coefficient that becomes significant
     */
    void significance(int value) {
        int at = block.stride + 1;
        for (int y = 0; y < block.height; y += 4, at += 2) {
            int rows = block.rowsFrom(y);
            for (int x = 0; x < block.width; x++, at++) {
                int word = block.flags[at];
                int todo = BlockState.insignificantWithNeighbours(word) & rows;
                while (todo != 0) {
                    int t = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= BlockState.VISITED << t;
                    if (bits.next() != 0) {
                        int negative = bits.next();
                        word = block.becomeSignificant(at, word, t, negative);
                        block.samples[block.sample(y * block.width + x, t)] = negative == 0 ? value : -value;
                        todo = BlockState.insignificantWithNeighbours(word) & rows & -8 << t;
                    }
                }
                block.flags[at] = word;
            }
        }
    }

    /**
     * Magnitude refinement.
     *
     * @param half of the step that is decided
     */
    void refinement(int half) {
        int at = block.stride + 1;
        for (int y = 0; y < block.height; y += 4, at += 2) {
            int rows = block.rowsFrom(y);
            for (int x = 0; x < block.width; x++, at++) {
                int word = block.flags[at];
                for (int todo = word >>> 4 & ~(word >>> 18) & rows; todo != 0; todo &= todo - 1) {
                    int t = Integer.numberOfTrailingZeros(todo);
                    block.flags[at] |= BlockState.REFINED << t;
                    CodingPasses.refine(block.samples, block.sample(y * block.width + x, t), bits.next(), half);
                }
            }
        }
    }
}
