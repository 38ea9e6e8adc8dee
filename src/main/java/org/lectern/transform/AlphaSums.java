package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Sums of rows with alpha: colours times their alpha, then alpha itself. What is transparent does not count. */
final class AlphaSums extends FourRowSums {

    private static final int UNIT = 256;

    private final Samples data;
    private final int bands;

    AlphaSums(BufferedImage image, int from, int to) {
        super(image, from, to, Pixels.bits(image) == 8 ? UNIT : UNIT * UNIT);
        data = Samples.of(image);
        bands = Pixels.bands(image);
    }

    @Override
    void add(int[] at, int[] weight, double[] into) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        for (int i = 0; i < samples; i += bands) {
            int alpha = i + bands - 1;
            double first = (double) data.get(a + alpha) * weight[0];
            double second = (double) data.get(b + alpha) * weight[1];
            double third = (double) data.get(c + alpha) * weight[2];
            double fourth = (double) data.get(d + alpha) * weight[3];
            for (int j = i; j < alpha; j++) {
                into[j] += data.get(a + j) * first + data.get(b + j) * second
                        + data.get(c + j) * third + data.get(d + j) * fourth;
            }
            into[alpha] += first + second + third + fourth;
        }
    }
}
