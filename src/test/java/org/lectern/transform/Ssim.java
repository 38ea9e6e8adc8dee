package org.lectern.transform;

/** The structural similarity of Wang et al. (2004) of grey pictures, over windows of eight by eight, each pixel's. */
final class Ssim {

    private static final int WINDOW = 8;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private Ssim() {}

    /** The mean; 1 for equal pictures. */
    static double of(double[] one, double[] other, int width) {
        int height = one.length / width;
        double sum = 0;
        for (int y = 0; y + WINDOW <= height; y++) {
            for (int x = 0; x + WINDOW <= width; x++) {
                sum += window(one, other, y * width + x, width);
            }
        }
        return sum / ((height - WINDOW + 1.0) * (width - WINDOW + 1.0));
    }

    private static double window(double[] one, double[] other, int at, int width) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = 0; y < WINDOW; y++) {
            for (int i = at + y * width; i < at + y * width + WINDOW; i++) {
                a += one[i];
                b += other[i];
                aa += one[i] * one[i];
                bb += other[i] * other[i];
                ab += one[i] * other[i];
            }
        }
        double n = WINDOW * WINDOW;
        a /= n;
        b /= n;
        double variances = aa / n - a * a + bb / n - b * b;
        double covariance = ab / n - a * b;
        return (2 * a * b + C1) * (2 * covariance + C2) / ((a * a + b * b + C1) * (variances + C2));
    }
}
