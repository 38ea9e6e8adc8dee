package org.lectern.jpeg2000;

import java.util.Locale;

/** How far the samples of one component are from their reference. */
final class Difference {

    private int peak;
    private long sum;
    private long squares;
    private long samples;

    void add(int one, int other) {
        int apart = Math.abs(one - other);
        peak = Math.max(peak, apart);
        sum += apart;
        squares += (long) apart * apart;
        samples++;
    }

    int peak() {
        return peak;
    }

    double mean() {
        return samples == 0 ? 0 : (double) sum / samples;
    }

    double meanSquare() {
        return samples == 0 ? 0 : (double) squares / samples;
    }

    long samples() {
        return samples;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "peak %d, mean %.5f, MSE %.4f", peak, mean(), meanSquare());
    }
}
