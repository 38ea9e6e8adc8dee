package org.lectern.jpeg2000;

/**
 * The coefficients of one decoded code-block, kept in as few bytes as their bit-planes need. Immutable, thread-safe.
 *
 * <p>Of a reversible component they are the coefficients; of an irreversible one they are in halves of a quantisation
 * step, with the middle of what is not known.
 */
final class Coefficients {

    /** All zero. */
    static final Coefficients NONE = new Coefficients(0, new byte[0]);

    private static final int OBJECT_BYTES = 80; // with its array's header and its entry in a cache

    private final int width;
    private final Object samples; // byte[], short[] or int[]; empty when all are zero

    private Coefficients(int width, Object samples) {
        this.width = width;
        this.samples = samples;
    }

    /**
     * Keeps what was decoded.
     *
     * @param decoded row by row, in halves of a step; copied
     * @param width columns
     * @param height rows
     * @param reversible whether the halves are to be dropped
     * @param planes bits that a magnitude has at most
     */
    static Coefficients of(int[] decoded, int width, int height, boolean reversible, int planes) {
        int count = width * height;
        int drop = reversible ? 1 : 0;
        int bits = planes + 1 - drop;
        if (bits <= 7) {
            return new Coefficients(width, bytes(decoded, count, drop));
        }
        return new Coefficients(width, bits <= 15 ? shorts(decoded, count, drop) : ints(decoded, count, drop));
    }

    /** Towards zero, as the magnitude without its last bit. */
    private static int halved(int sample, int drop) {
        return sample + (sample >>> 31 & drop) >> drop;
    }

    private static byte[] bytes(int[] decoded, int count, int drop) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) halved(decoded[i], drop);
        }
        return bytes;
    }

    private static short[] shorts(int[] decoded, int count, int drop) {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) halved(decoded[i], drop);
        }
        return shorts;
    }

    private static int[] ints(int[] decoded, int count, int drop) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = halved(decoded[i], drop);
        }
        return ints;
    }

    /** Bytes of heap. */
    int weight() {
        if (samples instanceof byte[] bytes) {
            return OBJECT_BYTES + bytes.length;
        }
        return OBJECT_BYTES + (samples instanceof short[] shorts ? 2 * shorts.length : 4 * ((int[]) samples).length);
    }

    /** Writes a part of a row, multiplied. */
    void read(int x, int y, int count, float factor, float[] into, int at) {
        int from = y * width + x;
        if (width == 0) {
            java.util.Arrays.fill(into, at, at + count, 0);
        } else if (samples instanceof byte[] bytes) {
            for (int i = 0; i < count; i++) {
                into[at + i] = bytes[from + i] * factor;
            }
        } else if (samples instanceof short[] shorts) {
            for (int i = 0; i < count; i++) {
                into[at + i] = shorts[from + i] * factor;
            }
        } else {
            int[] ints = (int[]) samples;
            for (int i = 0; i < count; i++) {
                into[at + i] = ints[from + i] * factor;
            }
        }
    }

    /** Writes a part of a row. */
    void read(int x, int y, int count, int[] into, int at) {
        int from = y * width + x;
        if (width == 0) {
            java.util.Arrays.fill(into, at, at + count, 0);
        } else if (samples instanceof byte[] bytes) {
            for (int i = 0; i < count; i++) {
                into[at + i] = bytes[from + i];
            }
        } else if (samples instanceof short[] shorts) {
            for (int i = 0; i < count; i++) {
                into[at + i] = shorts[from + i];
            }
        } else {
            System.arraycopy((int[]) samples, from, into, at, count);
        }
    }
}
