package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The forward transform as annex F.4 spells it, in double precision and with a signal that is really extended: slow,
 * and made in another way than what it tests. Whole numbers stay exact.
 */
final class Analysis {

    private static final int MARGIN = 4;
    private static final double ALPHA = -1.586134342059924;
    private static final double BETA = -0.052980118572961;
    private static final double GAMMA = 0.882911075530934;
    private static final double DELTA = 0.443506852043971;
    private static final double K = 1.230174104914001;

    final Area area;
    final int levels;
    final boolean reversible;
    final List<Area> areas = new ArrayList<>();
    /** Samples of each resolution. */
    final List<double[]> resolutions = new ArrayList<>();
    /** Coefficients by resolution and orientation. */
    final double[][][] bands;

    Analysis(Area area, int levels, double[] samples, boolean reversible) {
        this.area = area;
        this.levels = levels;
        this.reversible = reversible;
        this.bands = new double[levels + 1][4][];
        double[] low = samples;
        for (int r = levels; r >= 0; r--) {
            areas.add(reduced(area, levels - r));
            resolutions.add(low);
            if (r > 0) {
                low = split(reduced(area, levels - r), low, r);
            }
        }
        bands[0][Subband.LL] = low;
        Collections.reverse(areas);
        Collections.reverse(resolutions);
    }

    /** Of random samples of 8 bits, around zero. */
    static Analysis random(Random random, Area area, int levels, boolean reversible) {
        double[] samples = random.ints(area.size(), -128, 128).asDoubleStream().toArray();
        return new Analysis(area, levels, samples, reversible);
    }

    /** B-14. */
    private static Area reduced(Area area, int by) {
        double step = Math.pow(2, by);
        return new Area((int) Math.ceil(area.x0() / step), (int) Math.ceil(area.y0() / step),
                (int) Math.ceil(area.x1() / step), (int) Math.ceil(area.y1() / step));
    }

    /** B-15. */
    Area bandArea(int r, int orientation) {
        int level = r == 0 ? levels : levels - r + 1;
        double step = Math.pow(2, level);
        double x = orientation % 2 * step / 2;
        double y = orientation / 2 * step / 2;
        return new Area((int) Math.ceil((area.x0() - x) / step), (int) Math.ceil((area.y0() - y) / step),
                (int) Math.ceil((area.x1() - x) / step), (int) Math.ceil((area.y1() - y) / step));
    }

    private double[] split(Area from, double[] samples, int r) {
        double[] mixed = samples.clone();
        int width = from.width();
        for (int x = 0; x < width; x++) {
            filter(mixed, x, width, from.height(), from.y0());
        }
        for (int y = 0; y < from.height(); y++) {
            filter(mixed, y * width, 1, width, from.x0());
        }
        for (int orientation = Subband.LL; orientation <= Subband.HH; orientation++) {
            bands[r][orientation] = every(mixed, from, orientation % 2, orientation / 2);
        }
        double[] low = bands[r][Subband.LL];
        bands[r][Subband.LL] = null;
        return low;
    }

    private static double[] every(double[] mixed, Area from, int oddX, int oddY) {
        List<Double> taken = new ArrayList<>();
        for (long y = from.y0(); y < from.y1(); y++) {
            for (long x = from.x0(); x < from.x1(); x++) {
                if (x % 2 == oddX && y % 2 == oddY) {
                    taken.add(mixed[(int) ((y - from.y0()) * from.width() + x - from.x0())]);
                }
            }
        }
        return taken.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One signal; its first sample is at place {@code start}. */
    private void filter(double[] samples, int at, int step, int length, int start) {
        if (length == 1) {
            samples[at] *= start % 2 == 0 ? 1 : 2;
        }
        if (length < 2) {
            return;
        }
        double[] extended = new double[length + 2 * MARGIN];
        for (int i = 0; i < extended.length; i++) {
            extended[i] = samples[at + step * mirrored(i - MARGIN, length)];
        }
        int first = start % 2; // MARGIN is even: so extended[i] is at an even place if i + first is even
        if (reversible) {
            filter53(extended, first);
        } else {
            filter97(extended, first);
        }
        for (int i = 0; i < length; i++) {
            samples[at + step * i] = extended[i + MARGIN];
        }
    }

    private static int mirrored(int i, int length) {
        int period = 2 * (length - 1);
        int in = Math.floorMod(i, period);
        return Math.min(in, period - in);
    }

    private static void filter53(double[] signal, int first) {
        for (int i = 1; i < signal.length - 1; i++) {
            if ((i + first) % 2 == 1) {
                signal[i] -= Math.floor((signal[i - 1] + signal[i + 1]) / 2);
            }
        }
        for (int i = 2; i < signal.length - 2; i++) {
            if ((i + first) % 2 == 0) {
                signal[i] += Math.floor((signal[i - 1] + signal[i + 1] + 2) / 4);
            }
        }
    }

    private static void filter97(double[] signal, int first) {
        double[] factors = {ALPHA, BETA, GAMMA, DELTA};
        for (int step = 0; step < 4; step++) {
            for (int i = step + 1; i < signal.length - step - 1; i++) {
                if ((i + first) % 2 == (step + 1) % 2) {
                    signal[i] += factors[step] * (signal[i - 1] + signal[i + 1]);
                }
            }
        }
        for (int i = 0; i < signal.length; i++) {
            signal[i] *= (i + first) % 2 == 0 ? 1 / K : K;
        }
    }

    /** Its coefficients as the 5/3 takes them. */
    BandSource<int[]> whole() {
        return (r, orientation, window, gain, into, at, stride) -> each(r, orientation, window, at, stride,
                (to, coefficient) -> into[to] = (int) coefficient);
    }

    /** Its coefficients as the 9/7 takes them. */
    BandSource<float[]> real() {
        return (r, orientation, window, gain, into, at, stride) -> each(r, orientation, window, at, stride,
                (to, coefficient) -> into[to] = (float) coefficient * gain);
    }

    private interface Put {
        void put(int to, double coefficient);
    }

    private void each(int r, int orientation, Area window, int at, int stride, Put put) {
        Area band = bandArea(r, orientation);
        for (int y = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++) {
                int from = (y + window.y0() - band.y0()) * band.width() + x + window.x0() - band.x0();
                put.put(at + y * stride + x, bands[r][orientation][from]);
            }
        }
    }
}
