package org.lectern.jpeg2000;

/**
 * The three coding passes of a bit-plane, arithmetically coded. For one thread.
 *
 * <p>Each pass keeps the MQ decoder's distance in a local variable, and is a method of its own, small enough for
 * HotSpot, which never compiles one of more than 8000 bytes of bytecode.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.3</a>
 */
final class CodingPasses {

    private final BlockState block;
    private final MqDecoder mq;

    CodingPasses(BlockState block, MqDecoder mq) {
        this.block = block;
        this.mq = mq;
    }

    /**
     * Significance propagation (D.3.1).
     *
     * @param significance contexts of the sub-band
     * @param value of a coefficient that becomes significant
     */
    void significance(byte[] significance, int value) {
        int[] flags = block.flags;
        int[] contexts = mq.contexts;
        int width = block.width;
        int d = mq.d;
        int at = block.stride + 1;
        for (int y = 0; y < block.height; y += 4, at += 2) {
            int rows = block.rowsFrom(y);
            for (int x = 0; x < width; x++, at++) {
                int word = flags[at];
                int todo = BlockState.insignificantWithNeighbours(word) & rows;
                if (todo == 0) {
                    continue;
                }
                do {
                    int t = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = significance[word >>> t & BlockState.AROUND];
                    int state = contexts[context];
                    int bit = state & 1;
                    if ((d -= state & MqDecoder.QE) < 0) {
                        int renewed = mq.exchange(context, state, d);
                        d = renewed >> 1;
                        bit = renewed & 1;
                    }
                    word |= BlockState.VISITED << t;
                    if (bit != 0) {
                        int signed = sign(at, word, t, d);
                        d = signed >> 1;
                        word = block.becomeSignificant(at, word, t, signed & 1);
                        block.samples[block.sample(y * width + x, t)] = (signed & 1) == 0 ? value : -value;
                        todo = BlockState.insignificantWithNeighbours(word) & rows & -8 << t;
                    }
                } while (todo != 0);
                flags[at] = word;
            }
        }
        mq.d = d;
    }

    /** Decodes a sign (D.3.2): the new distance {@code << 1}, and 1 for a negative coefficient. */
    private int sign(int at, int word, int t, int distance) {
        int sign = Contexts.SIGNS[block.signs(at, word, t)];
        int context = sign >> 1;
        int state = mq.contexts[context];
        int d = distance - (state & MqDecoder.QE);
        int decoded = d < 0 ? mq.exchange(context, state, d) : d << 1 | state & 1;
        return decoded ^ sign & 1;
    }

    /**
     * Magnitude refinement (D.3.3).
     *
     * @param half of the step that is decided: a coefficient moves by so much
     */
    void refinement(int half) {
        int[] flags = block.flags;
        int[] samples = block.samples;
        int[] contexts = mq.contexts;
        int width = block.width;
        int d = mq.d;
        int at = block.stride + 1;
        for (int y = 0; y < block.height; y += 4, at += 2) {
            int rows = block.rowsFrom(y);
            for (int x = 0; x < width; x++, at++) {
                int word = flags[at];
                int todo = word >>> 4 & ~(word >>> 18) & rows;
                if (todo == 0) {
                    continue;
                }
                int refined = word;
                do {
                    int t = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int around = word >>> t;
                    int context = (around & BlockState.REFINED) != 0 ? 16 : (around & BlockState.AROUND) != 0 ? 15 : 14;
                    int state = contexts[context];
                    int bit = state & 1;
                    if ((d -= state & MqDecoder.QE) < 0) {
                        int renewed = mq.exchange(context, state, d);
                        d = renewed >> 1;
                        bit = renewed & 1;
                    }
                    refined |= BlockState.REFINED << t;
                    refine(samples, block.sample(y * width + x, t), bit, half);
                } while (todo != 0);
                flags[at] = refined;
            }
        }
        mq.d = d;
    }

    /** Moves a coefficient away from zero when the bit is 1, towards it when it is 0. */
    static void refine(int[] samples, int at, int bit, int half) {
        int sample = samples[at];
        int towards = (sample >> 31) ^ bit - 1; // all ones: subtract
        samples[at] = sample + ((half ^ towards) - towards);
    }

    /**
     * Clean-up (D.3.4).
     *
     * @param significance contexts of the sub-band
     * @param value of a coefficient that becomes significant
     */
    void cleanup(byte[] significance, int value) {
        int[] flags = block.flags;
        int[] samples = block.samples;
        int[] contexts = mq.contexts;
        int width = block.width;
        int d = mq.d;
        int at = block.stride + 1;
        for (int y = 0; y < block.height; y += 4, at += 2) {
            int rows = block.rowsFrom(y);
            for (int x = 0; x < width; x++, at++) {
                int word = flags[at];
                int todo = ~(word >>> 4 | word >>> 18) & rows;
                if ((word & (BlockState.NEIGHBOURS | BlockState.ALL_VISITED)) == 0 && rows == BlockState.ROWS) {
                    int run = runLength(d);
                    d = run >> 3;
                    if ((run & 4) == 0) {
                        continue;
                    }
                    int t = 3 * (run & 3);
                    int signed = sign(at, word, t, d);
                    d = signed >> 1;
                    word = block.becomeSignificant(at, word, t, signed & 1);
                    samples[block.sample(y * width + x, t)] = (signed & 1) == 0 ? value : -value;
                    todo &= -8 << t;
                }
                while (todo != 0) {
                    int t = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = significance[word >>> t & BlockState.AROUND];
                    int state = contexts[context];
                    int bit = state & 1;
                    if ((d -= state & MqDecoder.QE) < 0) {
                        int renewed = mq.exchange(context, state, d);
                        d = renewed >> 1;
                        bit = renewed & 1;
                    }
                    if (bit != 0) {
                        int signed = sign(at, word, t, d);
                        d = signed >> 1;
                        word = block.becomeSignificant(at, word, t, signed & 1);
                        samples[block.sample(y * width + x, t)] = (signed & 1) == 0 ? value : -value;
                    }
                }
                flags[at] = word & ~BlockState.ALL_VISITED;
            }
        }
        mq.d = d;
    }

    /**
     * Decodes the run-length symbol of a column of which nothing is known.
     *
     * @return the new distance {@code << 3}; bit 2 when a coefficient is significant, and its row in bits 0 and 1
     */
    private int runLength(int distance) {
        int state = mq.contexts[MqDecoder.RUN];
        int d = distance - (state & MqDecoder.QE);
        if (d >= 0 && (state & 1) == 0) {
            return d << 3;
        }
        int decoded = d < 0 ? mq.exchange(MqDecoder.RUN, state, d) : d << 1 | 1;
        if ((decoded & 1) == 0) {
            return decoded >> 1 << 3;
        }
        int high = mq.uniform(decoded >> 1);
        int low = mq.uniform(high >> 1);
        return low >> 1 << 3 | 4 | (high & 1) << 1 | low & 1;
    }

    /** Reads over the four symbols that end a clean-up pass (D.5). A wrong one is a coding error that nothing can mend. */
    void segmentation() {
        for (int i = 0; i < 4; i++) {
            mq.d = mq.uniform(mq.d) >> 1;
        }
    }
}
