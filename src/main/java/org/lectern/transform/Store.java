package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.pixels.Pixels;

/** Puts lines of numbers into a picture: rounded, halves up, within its range; colours divided by alpha. */
final class Store {

    private static final double HALF = 0.5 + 0x1p-34; // up, though the last bits of a double be missing

    private final Samples samples;
    private final int bands;
    private final boolean alpha;

    Store(BufferedImage image) {
        samples = Samples.of(image);
        bands = Pixels.bands(image);
        alpha = image.getColorModel().hasAlpha();
    }

    /** Line {@code y}; colours are divided in place. */
    void put(double[] line, int y) {
        if (alpha) {
            divideByAlpha(line);
        }
        int at = y * line.length;
        int full = samples.full;
        for (int i = 0; i < line.length; i++) {
            samples.set(at + i, Math.max(0, Math.min((int) (line[i] + HALF), full)));
        }
    }

    private void divideByAlpha(double[] line) {
        for (int i = 0; i < line.length; i += bands) {
            double share = line[i + bands - 1];
            double factor = share + HALF >= 1 ? 1 / share : 0;
            for (int band = 0; band < bands - 1; band++) {
                line[i + band] *= factor;
            }
        }
    }
}
