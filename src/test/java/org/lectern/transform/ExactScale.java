package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Scaling as the formulas have it, in doubles, sample by sample: slow, and an oracle. */
final class ExactScale {

    private ExactScale() {}

    /** The average of each pixel's area; colours are left multiplied by alpha, from 0 to full. */
    static double[] area(BufferedImage image, Window window, Dimensions out) {
        return separable(image, areas(window.left(), window.right(), image.getWidth(), out.width()),
                areas(window.top(), window.bottom(), image.getHeight(), out.height()));
    }

    /** Lanczos with three lobes, stretched by the reduction and not by less than a sample. */
    static double[] lanczos(BufferedImage image, Window window, Dimensions out) {
        return separable(image, sincs(window.left(), window.right(), image.getWidth(), out.width()),
                sincs(window.top(), window.bottom(), image.getHeight(), out.height()));
    }

    /** The samples of a picture in the same form. */
    static double[] samples(BufferedImage image) {
        Samples from = Samples.of(image);
        int bands = Pixels.bands(image);
        boolean alpha = image.getColorModel().hasAlpha();
        double[] samples = new double[image.getWidth() * image.getHeight() * bands];
        for (int i = 0; i < samples.length; i++) {
            int opacity = i - i % bands + bands - 1;
            double share = alpha && i != opacity ? (double) from.get(opacity) / from.full : 1;
            samples[i] = from.get(i) * share;
        }
        return samples;
    }

    private static double[][] areas(double from, double to, int extent, int out) {
        double[][] shares = new double[out][extent];
        for (int i = 0; i < out; i++) {
            double begin = from + i * (to - from) / out;
            double end = Math.min(extent, from + (i + 1) * (to - from) / out);
            for (int x = 0; x < extent; x++) {
                shares[i][x] = Math.max(0, Math.min(x + 1, end) - Math.max(x, begin));
            }
            if (end - begin < 1e-9) {
                shares[i][extent - 1] = 1;
            }
        }
        return shares;
    }

    private static double[][] sincs(double from, double to, int extent, int out) {
        double[][] shares = new double[out][extent];
        double step = (to - from) / out;
        int low = (int) from;
        int high = Math.min(extent, (int) Math.ceil(to - 1e-9)) - 1;
        double stretch = Math.max(1, step);
        for (int i = 0; i < out; i++) {
            double centre = from + (i + 0.5) * step - 0.5;
            for (int x = (int) (centre - 3 * stretch) - 2; x < centre + 3 * stretch + 2; x++) {
                double distance = Math.abs(x - centre) / stretch;
                shares[i][Math.max(low, Math.min(x, high))] +=
                        distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
            }
        }
        return shares;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double[] separable(BufferedImage image, double[][] across, double[][] down) {
        int bands = Pixels.bands(image);
        int width = image.getWidth();
        double[] samples = samples(image);
        double[] rows = new double[down.length * width * bands];
        for (int y = 0; y < down.length; y++) {
            double sum = sum(down[y]);
            for (int from = 0; from < image.getHeight(); from++) {
                double share = down[y][from] / sum;
                for (int i = 0; share != 0 && i < width * bands; i++) {
                    rows[y * width * bands + i] += share * samples[from * width * bands + i];
                }
            }
        }
        double[] result = new double[down.length * across.length * bands];
        for (int x = 0; x < across.length; x++) {
            double sum = sum(across[x]);
            for (int from = 0; from < width; from++) {
                double share = across[x][from] / sum;
                for (int y = 0; share != 0 && y < down.length; y++) {
                    for (int band = 0; band < bands; band++) {
                        result[(y * across.length + x) * bands + band] +=
                                share * rows[(y * width + from) * bands + band];
                    }
                }
            }
        }
        return result;
    }

    private static double sum(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }
}
