package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * Lays the pixels of a picture out anew, each unchanged: what mirrors and quarter turns are.
 *
 * @param origin index of the source pixel that comes first
 * @param across how far apart neighbours of a result's row lie in the source, in pixels
 * @param down how far apart neighbours of a column lie
 */
record Grid(int origin, int across, int down) {

    private static final int SIDE = 32; // of a block: rows of which the source's cache lines stay at hand

    BufferedImage lay(BufferedImage image, Dimensions out) {
        BufferedImage result = Pixels.create(
                out, image.getColorModel().getColorSpace(), image.getColorModel().hasAlpha(), Pixels.bits(image));
        for (int y = 0; y < out.height(); y += SIDE) {
            int bottom = Math.min(y + SIDE, out.height());
            for (int x = 0; x < out.width(); x += SIDE) {
                block(image, result, x, y, Math.min(x + SIDE, out.width()), bottom);
            }
        }
        return result;
    }

    private void block(BufferedImage image, BufferedImage result, int left, int top, int right, int bottom) {
        int bands = Pixels.bands(image);
        for (int y = top; y < bottom; y++) {
            int from = (origin + y * down + left * across) * bands;
            int to = (y * result.getWidth() + left) * bands;
            if (Pixels.bits(image) == 8) {
                copy(Pixels.bytes(image), from, Pixels.bytes(result), to, right - left, bands);
            } else {
                copy(Pixels.shorts(image), from, Pixels.shorts(result), to, right - left, bands);
            }
        }
    }

    private void copy(byte[] source, int from, byte[] target, int to, int pixels, int bands) {
        int step = across * bands;
        switch (bands) {
            case 1 -> one(source, from, step, target, to, to + pixels);
            case 3 -> three(source, from, step, target, to, to + 3 * pixels);
            default -> any(source, from, step, target, to, to + bands * pixels, bands);
        }
    }

    private static void one(byte[] source, int from, int step, byte[] target, int to, int end) {
        for (int i = to, at = from; i < end; i++, at += step) {
            target[i] = source[at];
        }
    }

    private static void three(byte[] source, int from, int step, byte[] target, int to, int end) {
        for (int i = to, at = from; i < end; i += 3, at += step) {
            target[i] = source[at];
            target[i + 1] = source[at + 1];
            target[i + 2] = source[at + 2];
        }
    }

    private static void any(byte[] source, int from, int step, byte[] target, int to, int end, int bands) {
        for (int i = to, at = from; i < end; i += bands, at += step) {
            for (int band = 0; band < bands; band++) {
                target[i + band] = source[at + band];
            }
        }
    }

    private void copy(short[] source, int from, short[] target, int to, int pixels, int bands) {
        int at = from;
        int end = to + pixels * bands;
        for (int i = to; i < end; i += bands, at += across * bands) {
            for (int band = 0; band < bands; band++) {
                target[i + band] = source[at + band];
            }
        }
    }
}
