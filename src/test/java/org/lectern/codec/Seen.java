package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.lectern.pixels.Pixels;

/** A decoded picture as an eye sees it: sRGB on white paper, in eight by eight cells. */
final class Seen {

    private static final int CELLS = 8;
    private static final int ENLARGED = 64;

    private Seen() {}

    /** Mean red, green and blue of each cell, row by row. */
    static double[] cells(BufferedImage image) {
        double[] sums = new double[CELLS * CELLS * 3];
        double[] weights = new double[CELLS * CELLS];
        int[] rgb = new int[image.getWidth() * 3];
        double[] columns = shares(image.getWidth());
        double[] rows = shares(image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            row(image, y, rgb);
            spread(rgb, columns, rows, y, sums, weights);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= weights[i / 3];
        }
        return sums;
    }

    private static double[] shares(int size) {
        double[] shares = new double[size * CELLS];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(i / CELLS, size, i % CELLS);
        }
        return shares;
    }

    private static void spread(int[] rgb, double[] columns, double[] rows, int y, double[] sums, double[] weights) {
        for (int cy = 0; cy < CELLS; cy++) {
            for (int i = 0; i < columns.length && rows[y * CELLS + cy] > 0; i++) {
                double weight = columns[i] * rows[y * CELLS + cy];
                if (weight > 0) {
                    int cell = cy * CELLS + i % CELLS;
                    weights[cell] += weight;
                    for (int band = 0; band < 3; band++) {
                        sums[cell * 3 + band] += weight * rgb[i / CELLS * 3 + band];
                    }
                }
            }
        }
    }

    /** How much of a cell a pixel covers; pictures of few pixels are first enlarged to 64 by repetition. */
    private static double share(int at, int size, int cell) {
        if (size < ENLARGED) {
            int hits = 0;
            for (int i = cell * ENLARGED / CELLS; i < (cell + 1) * ENLARGED / CELLS; i++) {
                hits += (2 * i + 1) * size / (2 * ENLARGED) == at ? 1 : 0;
            }
            return hits;
        }
        double from = Math.max((double) at / size, (double) cell / CELLS);
        double to = Math.min((at + 1.0) / size, (cell + 1.0) / CELLS);
        return Math.max(0, to - from) * size;
    }

    private static void row(BufferedImage image, int y, int[] rgb) {
        int width = image.getWidth();
        int full = Pixels.bits(image) == 8 ? 255 : 65535;
        int bands = Pixels.bands(image);
        boolean alpha = image.getColorModel().hasAlpha();
        int colours = bands - (alpha ? 1 : 0);
        int[] row = image.getRaster().getPixels(0, y, width, 1, (int[]) null);
        int[] converted = converted(image, y, colours);
        int step = converted.length / width;
        for (int x = 0; x < width; x++) {
            double opacity = alpha ? (double) row[x * bands + bands - 1] / full : 1;
            for (int band = 0; band < 3; band++) {
                double value = 255.0 * converted[x * step + (step == 1 ? 0 : band)] / full;
                rgb[x * 3 + band] = (int) Math.round(value * opacity + 255 * (1 - opacity));
            }
        }
    }

    private static int[] converted(BufferedImage image, int y, int colours) {
        int width = image.getWidth();
        int[] bands = new int[colours];
        for (int i = 0; i < colours; i++) {
            bands[i] = i;
        }
        Raster row = image.getRaster().createChild(0, y, width, 1, 0, 0, bands);
        ColorSpace space = image.getColorModel().getColorSpace();
        boolean named = space == ColorSpace.getInstance(ColorSpace.CS_GRAY)
                || space == ColorSpace.getInstance(ColorSpace.CS_sRGB);
        if (named) {
            return row.getPixels(0, 0, width, 1, (int[]) null);
        }
        int type = image.getRaster().getDataBuffer().getDataType();
        WritableRaster compact = Raster.createInterleavedRaster(type, width, 1, colours, null);
        compact.setPixels(0, 0, width, 1, row.getPixels(0, 0, width, 1, (int[]) null));
        WritableRaster out =
                Raster.createInterleavedRaster(type, width, 1, 3, null);
        operation(((ICC_ColorSpace) space).getProfile()).filter(compact, out);
        return out.getPixels(0, 0, width, 1, (int[]) null);
    }

    private static ICC_Profile lastProfile;
    private static ColorConvertOp lastOperation;

    private static ColorConvertOp operation(ICC_Profile profile) {
        if (profile != lastProfile) {
            ICC_Profile target = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_sRGB)).getProfile();
            lastOperation = new ColorConvertOp(new ICC_Profile[] {profile, target}, null);
            lastProfile = profile;
        }
        return lastOperation;
    }
}
