package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/**
 * The samples of a picture as numbers from 0 to {@link #full}, whatever their depth. The two kinds are
 * all there is, so that calls in inner loops are inlined.
 */
abstract sealed class Samples {

    /** The value of a full sample: 255 or 65535. */
    final int full;

    private Samples(int full) {
        this.full = full;
    }

    /** A view on the picture's own samples. */
    static Samples of(BufferedImage image) {
        return Pixels.bits(image) == 8 ? new Bytes(Pixels.bytes(image)) : new Shorts(Pixels.shorts(image));
    }

    abstract int get(int index);

    abstract void set(int index, int value);

    /** Copies samples from another view of the same depth. */
    final void copy(int to, Samples source, int from, int count) {
        for (int i = 0; i < count; i++) {
            set(to + i, source.get(from + i));
        }
    }

    private static final class Bytes extends Samples {
        private final byte[] data;

        Bytes(byte[] data) {
            super(255);
            this.data = data;
        }

        @Override
        int get(int index) {
            return data[index] & 0xff;
        }

        @Override
        void set(int index, int value) {
            data[index] = (byte) value;
        }
    }

    private static final class Shorts extends Samples {
        private final short[] data;

        Shorts(short[] data) {
            super(65535);
            this.data = data;
        }

        @Override
        int get(int index) {
            return data[index] & 0xffff;
        }

        @Override
        void set(int index, int value) {
            data[index] = (short) value;
        }
    }
}
