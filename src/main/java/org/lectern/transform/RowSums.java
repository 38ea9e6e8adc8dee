package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/**
 * Adds up rows of a picture, column by column: the vertical half of averaging, which touches each
 * sample of the picture and leaves little to the other half. The first and the last row count in part, by a weight of
 * whole numbers. For one thread.
 */
abstract sealed class RowSums permits ByteSums, FourRowSums {

    /** Where the columns begin in the samples of the picture. */
    final int origin;

    /** Samples of a row of the picture. */
    final int stride;

    /** Samples of those columns. */
    final int samples;

    /** The weight of a row that counts wholly. */
    final int unit;

    /**
     * Over some columns.
     *
     * @param unit the weight of a row that counts wholly
     */
    RowSums(BufferedImage image, int from, int to, int unit) {
        int bands = Pixels.bands(image);
        origin = from * bands;
        stride = image.getWidth() * bands;
        samples = (to - from) * bands;
        this.unit = unit;
    }

    static RowSums of(BufferedImage image, int from, int to) {
        boolean bytes = Pixels.bits(image) == 8;
        if (image.getColorModel().hasAlpha()) {
            return bytes && Pixels.bands(image) == RgbaSums.BANDS
                    ? new RgbaSums(image, from, to)
                    : new AlphaSums(image, from, to);
        }
        return bytes ? new ByteSums(image, from, to) : new ShortSums(image, from, to);
    }

    /** Fills in the sums of a stretch of rows; gives their weight altogether. */
    final double sum(int first, int last, double headShare, double tailShare, double[] into) {
        int head = Math.max(1, (int) Math.round(headShare * unit));
        int tail = (int) Math.round(tailShare * unit);
        fill(first, last, head, tail, into);
        return (double) head + tail + (double) unit * Math.max(0, last - first - 1);
    }

    /** Fills in the rows with their weights: {@code head}, {@code unit} …, {@code tail}. */
    abstract void fill(int first, int last, int head, int tail, double[] into);
}
