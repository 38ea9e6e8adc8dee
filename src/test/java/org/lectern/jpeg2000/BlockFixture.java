package org.lectern.jpeg2000;

import java.util.Random;

/** A code-block of 64 × 64 as a photograph has them, coded and ready to be decoded again and again; for one thread. */
public final class BlockFixture {

    private static final int SIDE = 64;
    private static final int PLANES = 14;

    private final CodedSegments segments = new CodedSegments();
    private final BlockDecoder decoder = new BlockDecoder();
    private final Subband band;
    private final ComponentCoding coding;
    private final EncodedBlock encoded;

    /**
     * Of coefficients after Laplace, whose spread changes from place to place.
     *
     * @param spread mean magnitude in quantisation steps: 0.3 is a tenth of a bit a sample or so, 20 is near lossless
     * @param style bits of the code-block style
     */
    public BlockFixture(double spread, int style, long seed) {
        var random = new Random(seed);
        int[] coefficients = new int[SIDE * SIDE];
        for (int i = 0; i < coefficients.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            double local = spread * Math.exp(1.2 * Math.sin(x * 0.11 + seed) * Math.cos(y * 0.07 + seed));
            double magnitude = -local * Math.log(1 - random.nextDouble());
            coefficients[i] = (int) Math.min(magnitude, (1 << PLANES) - 1) * (random.nextBoolean() ? 1 : -1);
        }
        int orientation = 1 + (int) (seed % 3);
        band = new Subband(orientation, 0, new Area(0, 0, SIDE, SIDE), 6, 6, 0, PLANES, 1);
        coding = new ComponentCoding(0, 6, 6, style, false, new int[] {0xff});
        encoded = new BlockEncoder(coefficients, SIDE, orientation, style).encode(PLANES, 0, false, random);
        int from = 0;
        for (EncodedBlock.Pass pass : encoded.passes) {
            int at = segments.add(pass.bytes(), 1, coding);
            System.arraycopy(encoded.data, from, segments.bytes, at, pass.bytes());
            from += pass.bytes();
        }
        segments.seal();
    }

    /** Coded bits for each coefficient. */
    public double rate() {
        return 8.0 * encoded.data.length / (SIDE * SIDE);
    }

    /** Decodes it; the answer is of this fixture until the next call. */
    public int[] decode() {
        return decoder.decode(SIDE, SIDE, band, coding, encoded.zeroPlanes, segments);
    }
}
