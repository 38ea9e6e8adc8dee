package org.lectern.transform;

import java.util.Arrays;

/**
 * How much each sample of a line counts in each sample of the scaled line. Shrinking is the exact average
 * of the area, with fractions at its edges; enlarging is Catmull-Rom interpolation. Weights of one output
 * sample add up to 1. Outside the window nothing counts: the region is cut first, as the specification has it.
 */
final class Weights {

    private static final double NOTHING = 1e-9; // shares below this are rounding, not pixels

    private final int[] first;
    private final int[] offset;
    private double[] values;
    private int filled;

    private Weights(int out) {
        first = new int[out];
        offset = new int[out + 1];
        values = new double[out * 4];
    }

    /**
     * The weights of one axis.
     *
     * @param from begin of the window
     * @param to its end, perhaps behind the line
     * @param extent samples of the line
     * @param out samples of the scaled line
     */
    static Weights of(double from, double to, int extent, int out) {
        var weights = new Weights(out);
        double step = (to - from) / out;
        double end = Math.min(to, extent);
        for (int i = 0; i < out; i++) {
            if (step >= 1) {
                weights.average(i, from + i * step, Math.min(from + (i + 1) * step, end), extent);
            } else {
                weights.interpolate(i, from + (i + 0.5) * step - 0.5, (int) from, (int) Math.ceil(end));
            }
        }
        return weights;
    }

    /** The first sample that counts in an output sample. */
    int first(int out) {
        return first[out];
    }

    /** How many count. */
    int count(int out) {
        return offset[out + 1] - offset[out];
    }

    /** Where the weights of an output sample begin in {@link #values()}. */
    int offset(int out) {
        return offset[out];
    }

    double[] values() {
        return values;
    }

    private void average(int out, double from, double to, int extent) {
        if (to - from < NOTHING) { // wholly behind the line: its last sample goes on
            first[out] = extent - 1;
            add(1);
        } else {
            int begin = (int) Math.floor(from + NOTHING);
            int end = (int) Math.ceil(to - NOTHING);
            first[out] = begin;
            for (int x = begin; x < end; x++) {
                add(Math.min(x + 1, to) - Math.max(x, from));
            }
        }
        finish(out);
    }

    private void interpolate(int out, double centre, int low, int high) {
        int base = (int) Math.floor(centre);
        int begin = clamp(base - 1, low, high);
        int end = clamp(base + 2, low, high);
        double[] shares = new double[end - begin + 1];
        for (int x = base - 1; x <= base + 2; x++) {
            shares[clamp(x, low, high) - begin] += catmullRom(Math.abs(centre - x));
        }
        first[out] = begin;
        for (double share : shares) {
            add(share);
        }
        finish(out);
    }

    private static int clamp(int x, int low, int high) {
        return Math.max(low, Math.min(x, high - 1));
    }

    private static double catmullRom(double distance) {
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? ((2.5 - 0.5 * distance) * distance - 4) * distance + 2 : 0;
    }

    private void add(double share) {
        if (filled == values.length) {
            values = Arrays.copyOf(values, filled * 2);
        }
        values[filled++] = share;
    }

    private void finish(int out) {
        double sum = 0;
        for (int i = offset[out]; i < filled; i++) {
            sum += values[i];
        }
        for (int i = offset[out]; i < filled; i++) {
            values[i] /= sum;
        }
        offset[out + 1] = filled;
    }
}
