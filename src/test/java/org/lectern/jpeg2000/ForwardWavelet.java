package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** The forward wavelet of T.800 annex F.4, lifted naively with mirrored indices. */
final class ForwardWavelet {

    private static final double ALPHA = -1.586134342059924;
    private static final double BETA = -0.052980118572961;
    private static final double GAMMA = 0.882911075530934;
    private static final double DELTA = 0.443506852043971;
    private static final double K = 1.230174104914001;

    private ForwardWavelet() {}

    /** The sub-bands LL, HL, LH, HH, HL, … from the lowest resolution; the field itself when there are no levels. */
    static List<Field> transform(Field samples, int levels, boolean reversible) {
        List<Field> bands = new ArrayList<>();
        Field low = samples;
        for (int level = 0; level < levels; level++) {
            decompose(low, reversible);
            bands.addAll(0, List.of(low.every(1, 0), low.every(0, 1), low.every(1, 1)));
            low = low.every(0, 0);
        }
        bands.add(0, low);
        return bands;
    }

    private static void decompose(Field field, boolean reversible) { // 2D_SD: columns first
        for (int x = 0; x < field.width; x++) {
            line(field.values, x, field.width, field.height, field.y0, reversible);
        }
        for (int y = 0; y < field.height; y++) {
            line(field.values, y * field.width, 1, field.width, field.x0, reversible);
        }
    }

    private static void line(double[] values, int from, int step, int count, int first, boolean reversible) {
        if (count == 1) {
            values[from] *= (first & 1) == 0 ? 1 : 2;
            return;
        }
        double[] line = new double[count];
        for (int i = 0; i < count; i++) {
            line[i] = values[from + i * step];
        }
        if (reversible) {
            lift(line, first, 1, (at, sum) -> at - Math.floor(sum / 2));
            lift(line, first, 0, (at, sum) -> at + Math.floor((sum + 2) / 4));
        } else {
            lift(line, first, 1, (at, sum) -> at + ALPHA * sum);
            lift(line, first, 0, (at, sum) -> at + BETA * sum);
            lift(line, first, 1, (at, sum) -> at + GAMMA * sum);
            lift(line, first, 0, (at, sum) -> at + DELTA * sum);
            lift(line, first, 1, (at, sum) -> at * K);
            lift(line, first, 0, (at, sum) -> at / K);
        }
        for (int i = 0; i < count; i++) {
            values[from + i * step] = line[i];
        }
    }

    private interface Lifting {
        double of(double at, double neighbours);
    }

    /** Lifts the samples of one parity of coordinate. */
    private static void lift(double[] line, int first, int parity, Lifting lifting) {
        int last = line.length - 1;
        for (int i = first + parity & 1; i <= last; i += 2) {
            double before = line[i == 0 ? 1 : i - 1];
            double after = line[i == last ? last - 1 : i + 1];
            line[i] = lifting.of(line[i], before + after);
        }
    }
}
