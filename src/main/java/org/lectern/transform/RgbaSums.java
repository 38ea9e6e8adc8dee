package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Sums of rows of four bytes a pixel, the last of them alpha: what {@link AlphaSums} gives, in whole numbers. */
final class RgbaSums extends FourRowSums {

    static final int BANDS = 4;

    private static final int UNIT = 4096; // four products of three fit into an int

    private final byte[] data;

    RgbaSums(BufferedImage image, int from, int to) {
        super(image, from, to, UNIT);
        data = Pixels.bytes(image);
    }

    @Override
    void add(int[] at, int[] weight, double[] into) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        int first = weight[0];
        int second = weight[1];
        int third = weight[2];
        int fourth = weight[3];
        for (int i = 0; i < samples; i += BANDS) {
            int alphaA = (data[a + i + 3] & 0xff) * first;
            int alphaB = (data[b + i + 3] & 0xff) * second;
            int alphaC = (data[c + i + 3] & 0xff) * third;
            int alphaD = (data[d + i + 3] & 0xff) * fourth;
            into[i] += (data[a + i] & 0xff) * alphaA + (data[b + i] & 0xff) * alphaB
                    + (data[c + i] & 0xff) * alphaC + (data[d + i] & 0xff) * alphaD;
            into[i + 1] += (data[a + i + 1] & 0xff) * alphaA + (data[b + i + 1] & 0xff) * alphaB
                    + (data[c + i + 1] & 0xff) * alphaC + (data[d + i + 1] & 0xff) * alphaD;
            into[i + 2] += (data[a + i + 2] & 0xff) * alphaA + (data[b + i + 2] & 0xff) * alphaB
                    + (data[c + i + 2] & 0xff) * alphaC + (data[d + i + 2] & 0xff) * alphaD;
            into[i + 3] += alphaA + alphaB + alphaC + alphaD;
        }
    }
}
