package org.lectern.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Locale;

/**
 * How far two answers lie apart, in levels of 255 of red, green, blue on white paper.
 *
 * @param mean of all samples
 * @param most of any
 */
record Apart(double mean, int most) {

    private static final double ROUNDING = 1e-9;

    /** Of two pictures of the same size, whatever their bands and depths. */
    static Apart of(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            throw new AssertionError(one.getWidth() + "x" + one.getHeight() + " and "
                    + other.getWidth() + "x" + other.getHeight());
        }
        long sum = 0;
        int most = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            int[] some = row(one, y);
            int[] others = row(other, y);
            for (int i = 0; i < some.length; i++) {
                int off = Math.abs(some[i] - others[i]);
                sum += off;
                most = Math.max(most, off);
            }
        }
        return new Apart((double) sum / (3L * one.getWidth() * one.getHeight()), most);
    }

    boolean within(double mostMean, int mostOfAll) {
        return mean <= mostMean + ROUNDING && most <= mostOfAll;
    }

    private static int[] row(BufferedImage image, int y) {
        int width = image.getWidth();
        int[] rgb = new int[width * 3];
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        int full = image.getRaster().getTransferType() == DataBuffer.TYPE_USHORT ? 65_535 : 255;
        int bands = indexed ? 4 : image.getRaster().getNumBands();
        int[] samples = indexed ? unpacked(image, y) : image.getRaster().getPixels(0, y, width, 1, (int[]) null);
        boolean alpha = bands == 2 || bands == 4;
        for (int x = 0; x < width; x++) {
            double opacity = alpha ? (double) samples[x * bands + bands - 1] / full : 1;
            for (int band = 0; band < 3; band++) {
                double value = 255.0 * samples[x * bands + (bands < 3 ? 0 : band)] / full;
                rgb[x * 3 + band] = (int) Math.round(value * opacity + 255 * (1 - opacity));
            }
        }
        return rgb;
    }

    private static int[] unpacked(BufferedImage image, int y) {
        int[] samples = new int[image.getWidth() * 4];
        for (int x = 0; x < image.getWidth(); x++) {
            int argb = image.getRGB(x, y);
            for (int band = 0; band < 4; band++) {
                samples[x * 4 + band] = argb >> (band == 3 ? 24 : 16 - 8 * band) & 255;
            }
        }
        return samples;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "mean %.3f most %d", mean, most);
    }
}
