package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.lectern.pixels.Pixels;

/**
 * The lines of a picture, scaled across; colours times alpha where there is alpha. The last few are
 * kept, since neighbouring lines of the answer share them. For one thread.
 */
final class ScaledLines {

    private static final int KEPT = 4; // the reach of Catmull-Rom

    private final BufferedImage image;
    private final Weights across;
    private final int out;
    private final int bands;
    private final boolean alpha;
    private final float[] source;
    private final double[][] kept;
    private final int[] keptLine = new int[KEPT];

    ScaledLines(BufferedImage image, Weights across, int out) {
        this.image = image;
        this.across = across;
        this.out = out;
        bands = Pixels.bands(image);
        alpha = image.getColorModel().hasAlpha();
        source = new float[image.getWidth() * bands];
        kept = new double[KEPT][out * bands];
        Arrays.fill(keptLine, -1);
    }

    /** A line; valid until {@value #KEPT} others have been asked for. */
    double[] at(int y) {
        int slot = y % KEPT;
        if (keptLine[slot] != y) {
            load(y);
            scale(kept[slot]);
            keptLine[slot] = y;
        }
        return kept[slot];
    }

    private void load(int y) {
        int from = y * source.length;
        if (Pixels.bits(image) == 8) {
            byte[] bytes = Pixels.bytes(image);
            for (int i = 0; i < source.length; i++) {
                source[i] = bytes[from + i] & 0xff;
            }
        } else {
            short[] shorts = Pixels.shorts(image);
            for (int i = 0; i < source.length; i++) {
                source[i] = shorts[from + i] & 0xffff;
            }
        }
        if (alpha) {
            multiplyByAlpha();
        }
    }

    private void multiplyByAlpha() {
        for (int i = 0; i < source.length; i += bands) {
            float share = source[i + bands - 1];
            for (int band = 0; band < bands - 1; band++) {
                source[i + band] *= share;
            }
        }
    }

    private void scale(double[] into) {
        if (bands == 3) {
            scaleThree(into);
            return;
        }
        double[] weights = across.values();
        for (int x = 0; x < out; x++) {
            int at = across.first(x) * bands;
            for (int band = 0; band < bands; band++) {
                double sum = 0;
                int i = at + band;
                for (int k = across.offset(x); k < across.offset(x + 1); k++, i += bands) {
                    sum += source[i] * weights[k];
                }
                into[x * bands + band] = sum;
            }
        }
    }

    private void scaleThree(double[] into) {
        double[] weights = across.values();
        for (int x = 0; x < out; x++) {
            double red = 0;
            double green = 0;
            double blue = 0;
            int i = across.first(x) * 3;
            for (int k = across.offset(x); k < across.offset(x + 1); k++, i += 3) {
                red += source[i] * weights[k];
                green += source[i + 1] * weights[k];
                blue += source[i + 2] * weights[k];
            }
            into[x * 3] = red;
            into[x * 3 + 1] = green;
            into[x * 3 + 2] = blue;
        }
    }
}
