package org.lectern.transform;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Pictures as tables of numbers that a reader sees. A sample is written 0 to 255, or 0 to 65535 at 16 bits. */
final class Matrix {

    static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private Matrix() {}

    static BufferedImage gray(int[]... rows) {
        return of(GRAY, false, 8, 1, rows);
    }

    static BufferedImage rgb(int[]... rows) {
        return of(SRGB, false, 8, 3, rows);
    }

    static BufferedImage rgba(int[]... rows) {
        return of(SRGB, true, 8, 4, rows);
    }

    static BufferedImage of(ColorSpace space, boolean alpha, int bits, int bands, int[]... rows) {
        BufferedImage image =
                Pixels.create(new Dimensions(rows[0].length / bands, rows.length), space, alpha, bits);
        for (int y = 0; y < rows.length; y++) {
            image.getRaster().setPixels(0, y, image.getWidth(), 1, rows[y]);
        }
        return image;
    }

    static int[][] rows(BufferedImage image) {
        int[][] rows = new int[image.getHeight()][];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = image.getRaster().getPixels(0, y, image.getWidth(), 1, (int[]) null);
        }
        return rows;
    }

    static int[] row(int... samples) {
        return samples;
    }

    static BufferedImage random(Random random, ColorSpace space, boolean alpha, int bits, Dimensions size) {
        BufferedImage image = Pixels.create(size, space, alpha, bits);
        Samples samples = Samples.of(image);
        int count = image.getWidth() * image.getHeight() * Pixels.bands(image);
        for (int i = 0; i < count; i++) {
            samples.set(i, random.nextInt(samples.full + 1));
        }
        return image;
    }

    static BufferedImage constant(ColorSpace space, boolean alpha, int bits, Dimensions size, int... colour) {
        BufferedImage image = Pixels.create(size, space, alpha, bits);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                image.getRaster().setPixel(x, y, colour);
            }
        }
        return image;
    }
}
