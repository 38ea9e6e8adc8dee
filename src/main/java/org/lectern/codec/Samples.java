package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** A picture of the normal form while it is being filled, sample by sample. */
final class Samples {

    private final BufferedImage image;
    private final byte[] bytes;
    private final short[] shorts;

    /** All samples 0; the arguments are those of {@link Pixels#create}. */
    Samples(Dimensions size, ColorSpace space, boolean alpha, int bits) {
        image = Pixels.create(size, space, alpha, bits);
        bytes = bits == 8 ? Pixels.bytes(image) : new byte[0];
        shorts = bits == 16 ? Pixels.shorts(image) : new short[0];
    }

    /** Sets the sample at an index into all samples, counted row by row and pixel by pixel. */
    void set(int index, int value) {
        if (bytes.length > 0) {
            bytes[index] = (byte) value;
        } else {
            shorts[index] = (short) value;
        }
    }

    /** The picture; filled no more from now on. */
    BufferedImage image() {
        return image;
    }

    /** A value of {@code 0 … most} stretched to {@code 0 … full}, rounded. */
    static int stretch(long value, long most, int full) {
        return (int) ((value * full + most / 2) / most);
    }
}
