package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** The lines of a picture made smaller by area: rows are added up first, then what is left of them across. */
final class AveragedLines implements Lines {

    private final RowSums sums;
    private final Spans across;
    private final Spans down;
    private final int skipped;
    private final int bands;
    private final boolean single;
    private final double[] row;
    private final double[] share; // one over the columns that an output sample covers

    /**
     * Of some rows of a picture.
     *
     * @param skipped how many rows of it lie above these
     */
    AveragedLines(BufferedImage image, int skipped, Spans across, Spans down) {
        this.across = across;
        this.down = down;
        this.skipped = skipped;
        int from = across.first(0);
        int to = across.last(across.count() - 1) + 1;
        sums = RowSums.of(image, from, to);
        bands = Pixels.bands(image);
        single = across.isSingle();
        row = new double[(to - from) * bands];
        share = new double[across.count()];
        for (int x = 0; x < share.length; x++) {
            int whole = Math.max(0, across.last(x) - across.first(x) - 1);
            share[x] = 1 / (across.head(x) + whole + across.tail(x));
        }
    }

    @Override
    public int samples() {
        return across.count() * bands;
    }

    @Override
    public void line(int y, double[] into) {
        int first = down.first(y) - skipped;
        double[] sum = single ? into : row;
        double weight = sums.sum(first, down.last(y) - skipped, down.head(y), down.tail(y), sum);
        if (single) {
            divide(into, weight);
        } else if (bands == 3) {
            three(1 / weight, into);
        } else {
            any(1 / weight, into);
        }
    }

    private void divide(double[] sum, double weight) {
        double factor = 1 / weight;
        for (int i = 0; i < samples(); i++) {
            sum[i] *= factor;
        }
    }

    private void three(double weight, double[] into) {
        int origin = across.first(0);
        for (int x = 0; x < share.length; x++) {
            int from = 3 * (across.first(x) - origin);
            int to = 3 * (across.last(x) - origin);
            double head = across.head(x);
            double tail = across.tail(x);
            double red = row[from] * head + row[to] * tail;
            double green = row[from + 1] * head + row[to + 1] * tail;
            double blue = row[from + 2] * head + row[to + 2] * tail;
            for (int i = from + 3; i < to; i += 3) {
                red += row[i];
                green += row[i + 1];
                blue += row[i + 2];
            }
            double factor = share[x] * weight;
            into[3 * x] = red * factor;
            into[3 * x + 1] = green * factor;
            into[3 * x + 2] = blue * factor;
        }
    }

    private void any(double weight, double[] into) {
        int origin = across.first(0);
        for (int x = 0; x < share.length; x++) {
            double factor = share[x] * weight;
            for (int band = 0; band < bands; band++) {
                int from = bands * (across.first(x) - origin) + band;
                int to = bands * (across.last(x) - origin) + band;
                double sum = row[from] * across.head(x) + row[to] * across.tail(x);
                for (int i = from + bands; i < to; i += bands) {
                    sum += row[i];
                }
                into[bands * x + band] = sum * factor;
            }
        }
    }
}
