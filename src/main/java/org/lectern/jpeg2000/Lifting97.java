package org.lectern.jpeg2000;

import java.util.List;

/**
 * The irreversible 9/7 wavelet, without its two scaling steps.
 *
 * <p>The standard begins a synthesis by multiplying low-pass samples by K and high-pass samples by 1/K. All else is
 * linear, so that the factors of both directions and of all levels can be brought into the coefficients, where they
 * cost nothing beside the quantisation step. In one level, a direction has the factor K for low, 1/K for high; both
 * directions together K² for LL, 1 for HL and LH, 1/K² for HH. As the LL of a level is the result of the level below,
 * that one's sub-bands all take K² too, and so on: a sub-band of resolution r has its own factor times K² for each
 * resolution above r, up to the one that is made. A direction in which a resolution has a single sample is not
 * filtered (F.3.6): there the factor is 1 for low, 1/2 for high. The factors depend on the areas of the resolutions
 * alone, never on a window.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.8.2 and Table F.4</a>
 */
final class Lifting97 implements Lifting<float[]> {

    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final double K = 1.230174104914001;

    @Override
    public float[][] rows(int count, int length) {
        return new float[count][length];
    }

    @Override
    public int length(float[] row) {
        return row.length;
    }

    @Override
    public boolean reversible() {
        return false;
    }

    @Override
    public int steps() {
        return 4;
    }

    @Override
    public float gain(List<Area> areas, int target, int resolution, int orientation) {
        double gain = resolution == 0 ? 1 : factor(areas.get(resolution), orientation);
        for (int above = resolution + 1; above <= target; above++) {
            gain *= factor(areas.get(above), Subband.LL);
        }
        return (float) gain;
    }

    private static double factor(Area area, int orientation) {
        return factor(area.width(), (orientation & 1) == 1) * factor(area.height(), orientation >> 1 == 1);
    }

    private static double factor(int length, boolean high) {
        if (length == 1) {
            return high ? 0.5 : 1;
        }
        return high ? 1 / K : K;
    }

    @Override
    public void lift(int step, float[] row, float[] before, float[] after, int count) {
        float by = switch (step) {
            case 0 -> DELTA;
            case 1 -> GAMMA;
            case 2 -> BETA;
            default -> ALPHA;
        };
        lift(row, before, after, by, count);
    }

    private static void lift(float[] row, float[] before, float[] after, float by, int count) {
        for (int i = 0; i < count; i++) {
            row[i] -= by * (before[i] + after[i]);
        }
    }

    @Override
    public void liftAll(float[][] rows, int top, int count) {
        int ring = rows.length - 1;
        liftAll(rows[top - 4 & ring], rows[top - 3 & ring], rows[top - 2 & ring], rows[top - 1 & ring],
                rows[top & ring], rows[top + 1 & ring], count);
    }

    private static void liftAll(
            float[] row0, float[] row1, float[] row2, float[] row3, float[] row4, float[] row5, int count) {
        for (int i = 0; i < count; i++) {
            float low4 = row4[i] - DELTA * (row3[i] + row5[i]);
            float high3 = row3[i] - GAMMA * (row2[i] + low4);
            float low2 = row2[i] - BETA * (row1[i] + high3);
            row1[i] = row1[i] - ALPHA * (row0[i] + low2);
            row2[i] = low2;
            row3[i] = high3;
            row4[i] = low4;
        }
    }

    /** Nothing: the gain has it. */
    @Override
    public void halve(float[] row, int count) {}

    @Override
    public void copy(float[] from, int at, float[] into, int to, int count) {
        System.arraycopy(from, at, into, to, count);
    }

    @Override
    public void repeat(float[] row, int from, int at) {
        row[at] = row[from];
    }

    @Override
    public void interleave(float[] low, float[] high, int from, int to, float[] into, int at) {
        int odd = from & 1;
        if (odd == 1) {
            into[at] = high[(from >> 1) + 1];
        }
        int first = (from + odd >> 1) + 1;
        int pairs = (to >> 1) + 1 - first;
        interleave(low, high, first, into, at + odd, pairs);
        if ((to & 1) == 1) {
            into[at + to - 1 - from] = low[(to >> 1) + 1];
        }
    }

    private static void interleave(float[] low, float[] high, int first, float[] into, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            into[at + 2 * i] = low[first + i];
            into[at + 2 * i + 1] = high[first + i];
        }
    }
}
