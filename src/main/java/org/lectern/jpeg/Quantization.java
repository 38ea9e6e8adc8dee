package org.lectern.jpeg;

/**
 * A quantisation table, and the quantising of many coefficients by multiplication: exactly the nearest multiple, half a
 * step away from 0.
 *
 * @see "T.81 A.3.4, K.1"
 */
final class Quantization {

    /** The places of a block in the order of the scan: figure 5 of T.81. */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
        28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61,
        54, 47, 55, 62, 63};
    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61,
        12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56,
        14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77,
        24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101,
        72, 92, 95, 98, 112, 100, 103, 99};
    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99,
        18, 21, 26, 66, 99, 99, 99, 99,
        24, 26, 56, 99, 99, 99, 99, 99,
        47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99};
    private static final int DIVIDEND_BITS = 14; // a coefficient, scaled by the DCT, and half a step

    private final int[] steps;

    private Quantization(int[] table, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality " + quality + " is not from 1 to 100");
        }
        float share = quality / 100f;
        float scale = share < 0.5f ? 0.5f / share : 2 - 2 * share;
        steps = new int[table.length];
        for (int place = 0; place < steps.length; place++) {
            steps[place] = Math.max(1, Math.min(255, (int) (table[place] * scale + 0.5f)));
        }
    }

    /** Table K.1, scaled to a quality from 1 to 100 as everybody does. */
    static Quantization luma(int quality) {
        return new Quantization(LUMA, quality);
    }

    /** Table K.2, scaled likewise. */
    static Quantization chroma(int quality) {
        return new Quantization(CHROMA, quality);
    }

    /** The steps in the order of the scan, from 1 to 255. */
    byte[] scanned() {
        byte[] scanned = new byte[64];
        for (int k = 0; k < 64; k++) {
            scanned[k] = (byte) steps[ZIGZAG[k]];
        }
        return scanned;
    }

    /**
     * Quantises some lanes in place.
     *
     * @param places coefficients as {@link ForwardDct} leaves them
     * @param low gets a bit for each of the first 32 coefficients in the order of the scan that is not 0
     * @param high gets a bit for each of the other 32
     */
    void apply(int[][] places, int[] low, int[] high, int from, int to) {
        for (int k = 0; k < 64; k++) {
            int place = ZIGZAG[k];
            int divisor = steps[place] << ForwardDct.SCALE_BITS;
            int shift = DIVIDEND_BITS + 32 - Integer.numberOfLeadingZeros(divisor - 1);
            int reciprocal = ((1 << shift) + divisor - 1) / divisor;
            divide(places[place], divisor >> 1, reciprocal, shift, k & 31, k < 32 ? low : high, from, to);
        }
    }

    private static void divide(
            int[] lanes, int half, int reciprocal, int shift, int bit, int[] mask, int from, int to) {
        for (int i = from; i < to; i++) {
            int value = lanes[i];
            int sign = value >> 31;
            int quotient = ((value ^ sign) - sign + half) * reciprocal >> shift;
            lanes[i] = (quotient ^ sign) - sign;
            mask[i] |= (-quotient >>> 31) << bit;
        }
    }

    /** The place in a block of the k-th coefficient of the scan. */
    static int place(int k) {
        return ZIGZAG[k];
    }
}
