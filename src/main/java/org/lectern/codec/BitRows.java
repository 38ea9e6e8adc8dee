package org.lectern.codec;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Rows of a bitonal picture with eight pixels to a byte, the first in the highest bit, 1 for white. */
final class BitRows {

    private BitRows() {}

    /** Packs one row of a grey picture whose samples are 0 or full; the bits behind its end are 0. */
    static void pack(BufferedImage image, int y, byte[] into) {
        java.util.Arrays.fill(into, (byte) 0);
        int width = image.getWidth();
        int from = y * width;
        if (Pixels.bits(image) == 16) {
            short[] samples = Pixels.shorts(image);
            for (int x = 0; x < width; x++) {
                set(into, x, samples[from + x] < 0);
            }
            return;
        }
        byte[] samples = Pixels.bytes(image);
        for (int x = 0; x < width; x++) {
            set(into, x, samples[from + x] < 0);
        }
    }

    private static void set(byte[] into, int x, boolean white) {
        if (white) {
            into[x >> 3] |= (byte) (0x80 >> (x & 7));
        }
    }

    /** All rows, as a two-coloured picture of the JDK's own kind. */
    static BufferedImage image(BufferedImage image) {
        var packed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = Pixels.bytes(packed);
        byte[] row = new byte[(image.getWidth() + 7) / 8];
        for (int y = 0; y < image.getHeight(); y++) {
            pack(image, y, row);
            System.arraycopy(row, 0, bits, y * row.length, row.length);
        }
        return packed;
    }
}
