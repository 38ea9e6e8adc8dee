package org.lectern.transform;

import java.util.Arrays;

/**
 * How much each sample of a line counts in each sample of a line that is filtered from it: Lanczos, the ideal
 * filter under a window of three lobes, stretched when the line becomes shorter. Weights of one output sample add up
 * to 1. Behind its ends a line goes on with its last samples.
 */
final class Weights {

    private static final double NOTHING = 1e-9; // of a place between samples, or of a weight

    private static final int LOBES = 3;

    private final int[] first;
    private final double[][] values;
    private int most;

    private Weights(int out) {
        first = new int[out];
        values = new double[out][];
    }

    /**
     * The weights of one axis.
     *
     * @param from begin of the window
     * @param to its end, perhaps behind the line
     * @param extent samples of the line
     * @param out samples of the filtered line
     */
    static Weights of(double from, double to, int extent, int out) {
        var weights = new Weights(out);
        double step = (to - from) / out;
        for (int i = 0; i < out; i++) {
            weights.place(i, from + (i + 0.5) * step - 0.5, Math.max(1, step), extent);
        }
        return weights;
    }

    /** How many output samples there are. */
    int count() {
        return first.length;
    }

    /** The first sample that counts in an output sample. */
    int first(int out) {
        return first[out];
    }

    /** The last one. */
    int last(int out) {
        return first[out] + values[out].length - 1;
    }

    /** How much the first and those behind it count; not to be written into. */
    double[] values(int out) {
        return values[out];
    }

    /** The most that count in any. */
    int most() {
        return most;
    }

    private void place(int out, double centre, double stretch, int extent) {
        double reach = LOBES * stretch;
        int low = (int) Math.floor(centre - reach + NOTHING) + 1;
        int high = (int) Math.ceil(centre + reach - NOTHING) - 1;
        int begin = clamp(low, extent);
        double[] shares = new double[clamp(high, extent) - begin + 1];
        double sum = 0;
        for (int x = low; x <= high; x++) {
            double share = lanczos(Math.abs(x - centre) / stretch);
            shares[clamp(x, extent) - begin] += share;
            sum += share;
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        keep(out, begin, shares);
    }

    /** Without what does not count: on the samples' own places a filter passes them through. */
    private void keep(int out, int begin, double[] shares) {
        int from = 0;
        int to = shares.length;
        while (Math.abs(shares[from]) < NOTHING) {
            from++;
        }
        while (Math.abs(shares[to - 1]) < NOTHING) {
            to--;
        }
        first[out] = begin + from;
        values[out] = Arrays.copyOfRange(shares, from, to);
        most = Math.max(most, to - from);
    }

    private static double lanczos(double distance) {
        return distance < LOBES ? sinc(distance) * sinc(distance / LOBES) : 0;
    }

    private static double sinc(double x) {
        double angle = Math.PI * x;
        return angle < NOTHING ? 1 : Math.sin(angle) / angle;
    }

    private static int clamp(int x, int extent) {
        return Math.max(0, Math.min(x, extent - 1));
    }
}
