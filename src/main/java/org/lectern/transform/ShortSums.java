package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Sums of rows of 16 bits a sample, without alpha. */
final class ShortSums extends FourRowSums {

    private static final int UNIT = 1 << 16;

    private final short[] data;

    ShortSums(BufferedImage image, int from, int to) {
        super(image, from, to, UNIT);
        data = Pixels.shorts(image);
    }

    @Override
    void add(int[] at, int[] weight, double[] into) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        long first = weight[0];
        long second = weight[1];
        long third = weight[2];
        long fourth = weight[3];
        for (int i = 0; i < samples; i++) {
            into[i] += (data[a + i] & 0xffff) * first + (data[b + i] & 0xffff) * second
                    + (data[c + i] & 0xffff) * third + (data[d + i] & 0xffff) * fourth;
        }
    }
}
