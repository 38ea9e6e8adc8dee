package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Pictures of the normal form for the tests of encoders, drawn from formulas. */
final class EncoderPictures {

    private EncoderPictures() {}

    static BufferedImage gray(int width, int height, int bits) {
        return smooth(width, height, ColorSpace.CS_GRAY, false, bits);
    }

    static BufferedImage rgb(int width, int height, int bits) {
        return smooth(width, height, ColorSpace.CS_sRGB, false, bits);
    }

    static BufferedImage withAlpha(int width, int height, boolean gray, int bits) {
        return smooth(width, height, gray ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB, true, bits);
    }

    static BufferedImage linearRgb(int width, int height) {
        return smooth(width, height, ColorSpace.CS_LINEAR_RGB, false, 8);
    }

    /** Grey by a profile of its own: the curve of linear light, as CS_GRAY has it, under another name. */
    static BufferedImage profiledGray(int width, int height) {
        BufferedImage plain = gray(width, height, 8);
        var space = new ICC_ColorSpace(ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()));
        BufferedImage image = Pixels.create(new Dimensions(width, height), space, false, 8);
        System.arraycopy(Pixels.bytes(plain), 0, Pixels.bytes(image), 0, width * height);
        return image;
    }

    static BufferedImage bitonal(int width, int height, long seed) {
        BufferedImage image = gray(width, height, 8);
        var random = new Random(seed);
        byte[] samples = Pixels.bytes(image);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (random.nextInt(4) == 0 ? 0 : 255);
        }
        return image;
    }

    /** Every band a wave of its own, over the whole range of its samples. */
    private static BufferedImage smooth(int width, int height, int space, boolean alpha, int bits) {
        BufferedImage image =
                Pixels.create(new Dimensions(width, height), ColorSpace.getInstance(space), alpha, bits);
        WritableRaster raster = image.getRaster();
        int full = bits == 16 ? 65_535 : 255;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    double wave = Math.sin(x * (0.05 + 0.02 * band) + band) * Math.cos(y * (0.04 + 0.01 * band));
                    raster.setSample(x, y, band, (int) Math.round((wave + 1) / 2 * full));
                }
            }
        }
        return image;
    }

    /** Peak signal to noise of the bands both have, in dB; infinite when equal. */
    static double psnr(BufferedImage expected, BufferedImage actual) {
        double squares = 0;
        int bands = Math.min(expected.getRaster().getNumBands(), actual.getRaster().getNumBands());
        int full = Pixels.bits(expected) == 16 ? 65_535 : 255;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                for (int band = 0; band < bands; band++) {
                    double off = expected.getRaster().getSample(x, y, band) - actual.getRaster().getSample(x, y, band);
                    squares += off * off;
                }
            }
        }
        double mean = squares / ((double) expected.getWidth() * expected.getHeight() * bands);
        return mean == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10((double) full * full / mean);
    }
}
