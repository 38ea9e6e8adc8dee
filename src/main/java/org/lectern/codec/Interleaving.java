package org.lectern.codec;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Writes rows of separate bands into a picture of the normal form; band after band, as quick as pixel after pixel. */
@FunctionalInterface
interface Interleaving {

    /**
     * Writes a part of a row of pixels.
     *
     * @param bands a row of samples for each band of the picture
     * @param from for each band the index of its first sample
     * @param count how many pixels
     * @param pixel the first, counted row by row
     */
    void row(int[][] bands, int[] from, int count, int pixel);

    /** Into all pixels of a picture. */
    static Interleaving into(BufferedImage image) {
        int count = Pixels.bands(image);
        if (Pixels.bits(image) == 16) {
            short[] shorts = Pixels.shorts(image);
            return (bands, from, pixels, first) -> shorts(bands, from, pixels, shorts, first * count);
        }
        byte[] bytes = Pixels.bytes(image);
        return (bands, from, pixels, first) -> bytes(bands, from, pixels, bytes, first * count);
    }

    private static void bytes(int[][] bands, int[] from, int count, byte[] into, int at) {
        for (int band = 0; band < bands.length; band++) {
            int[] samples = bands[band];
            int first = from[band];
            for (int i = 0, to = at + band; i < count; i++, to += bands.length) {
                into[to] = (byte) samples[first + i];
            }
        }
    }

    private static void shorts(int[][] bands, int[] from, int count, short[] into, int at) {
        for (int band = 0; band < bands.length; band++) {
            int[] samples = bands[band];
            int first = from[band];
            for (int i = 0, to = at + band; i < count; i++, to += bands.length) {
                into[to] = (short) samples[first + i];
            }
        }
    }
}
