package org.lectern.jpeg2000;

/**
 * Decodes code-blocks: coefficient bit modelling. Keeps its buffers; for one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex D</a>
 */
final class BlockDecoder {

    /** Bit-planes that a sample in halves of a step has room for, its sign beside them. */
    static final int MOST_PLANES = 30;

    private final BlockState block = new BlockState();
    private final MqDecoder mq = new MqDecoder();
    private final RawSegment raw = new RawSegment();
    private final CodingPasses passes = new CodingPasses(block, mq);
    private final RawPasses rawPasses = new RawPasses(block, raw);

    /**
     * Decodes one code-block.
     *
     * @param width its columns
     * @param height its rows
     * @param band it is of
     * @param coding style of it
     * @param zeroPlanes most significant planes that are not coded
     * @param coded its segments, sealed
     * @return its coefficients, row by row, in halves of a quantisation step; of this decoder, until the next call
     */
    int[] decode(int width, int height, Subband band, ComponentCoding coding, int zeroPlanes, CodedSegments coded) {
        block.begin(width, height, coding.is(ComponentCoding.CAUSAL));
        mq.reset();
        int pass = 0;
        int most = 3 * (band.bitPlanes() - zeroPlanes) - 2;
        for (int segment = 0; segment < coded.segments; segment++) {
            boolean bypass = CodedSegments.bypasses(pass, coding);
            if (bypass) {
                raw.begin(coded.bytes, coded.from[segment], coded.to[segment]);
            } else {
                mq.begin(coded.bytes, coded.from[segment]);
            }
            for (int i = 0; i < coded.passes[segment] && pass < most; i++, pass++) {
                pass(pass, band.bitPlanes() - zeroPlanes - 1 - (pass + 2) / 3, bypass, band, coding);
            }
        }
        return block.samples;
    }

    private void pass(int pass, int plane, boolean bypass, Subband band, ComponentCoding coding) {
        int half = 1 << plane; // one step of this plane is two of it, in halves
        int value = 3 * half;
        switch (pass % 3) {
            case 0 -> {
                passes.cleanup(Contexts.significance(band), value);
                if (coding.is(ComponentCoding.SEGMENTATION)) {
                    passes.segmentation();
                }
            }
            case 1 -> {
                if (bypass) {
                    rawPasses.significance(value);
                } else {
                    passes.significance(Contexts.significance(band), value);
                }
            }
            default -> {
                if (bypass) {
                    rawPasses.refinement(half);
                } else {
                    passes.refinement(half);
                }
            }
        }
        if (coding.is(ComponentCoding.RESET)) {
            mq.reset();
        }
    }
}
