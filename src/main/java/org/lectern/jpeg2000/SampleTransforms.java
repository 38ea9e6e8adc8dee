package org.lectern.jpeg2000;

/**
 * The last steps from wavelet to samples: the inverse component transforms, and the shift of the level with which
 * samples begin at 0. Row by row, on arrays of the caller.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex G</a>
 */
final class SampleTransforms {

    /** To this a sample is added to round it: a float so large has no fraction. Cheaper than a cast, which minds NaN. */
    private static final float ROUNDING = 3 << 22;
    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);
    private static final int ROUNDED_BITS = 16; // far from where a sample would be too large for that

    private SampleTransforms() {}

    /** The inverse reversible component transform (G.2.2), in place. */
    static void reversible(int[] first, int[] second, int[] third, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int green = first[i] - (second[i] + third[i] >> 2);
            first[i] = third[i] + green;
            third[i] = second[i] + green;
            second[i] = green;
        }
    }

    /** The inverse irreversible component transform (G.3.2), in place. */
    static void irreversible(float[] first, float[] second, float[] third, int from, int count) {
        for (int i = from; i < from + count; i++) {
            float luma = first[i];
            float blue = second[i];
            float red = third[i];
            first[i] = luma + 1.402f * red;
            second[i] = luma - 0.344136f * blue - 0.714136f * red;
            third[i] = luma + 1.772f * blue;
        }
    }

    /** Lifts samples of a depth to 0 … 2^bits − 1 (G.1.2), in place. */
    static void lift(int[] samples, int from, int count, int bits) {
        int lift = 1 << bits - 1;
        int most = (1 << bits) - 1;
        for (int i = from; i < from + count; i++) {
            samples[i] = Math.max(0, Math.min(most, samples[i] + lift));
        }
    }

    /** Rounds samples of a depth, what lies between two to the even one, and lifts them to 0 … 2^bits − 1. */
    static void lift(float[] samples, int from, int count, int bits, int[] into, int at) {
        int most = (1 << bits) - 1;
        if (bits > ROUNDED_BITS) {
            float lift = (1 << bits - 1) + 0.5f; // cutting off the fraction of what is not negative rounds it
            for (int i = 0; i < count; i++) {
                into[at + i] = Math.max(0, Math.min(most, (int) (samples[from + i] + lift)));
            }
            return;
        }
        float lift = ROUNDING + (1 << bits - 1);
        for (int i = 0; i < count; i++) {
            int rounded = Float.floatToRawIntBits(samples[from + i] + lift); // in the order of the floats
            into[at + i] = Math.min(most, Math.max(ROUNDING_BITS, rounded) - ROUNDING_BITS);
        }
    }
}
