package org.lectern.jpeg2000;

import java.util.List;

/**
 * The reversible 5/3 wavelet. Sums of coefficients that no encoder makes wrap around.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.8.1</a>
 */
final class Lifting53 implements Lifting<int[]> {

    @Override
    public int[][] rows(int count, int length) {
        return new int[count][length];
    }

    @Override
    public int length(int[] row) {
        return row.length;
    }

    @Override
    public boolean reversible() {
        return true;
    }

    @Override
    public int steps() {
        return 2;
    }

    @Override
    public float gain(List<Area> areas, int target, int resolution, int orientation) {
        return 1;
    }

    @Override
    public void lift(int step, int[] row, int[] before, int[] after, int count) {
        if (step == 0) {
            liftLow(row, before, after, count);
        } else {
            liftHigh(row, before, after, count);
        }
    }

    private static void liftLow(int[] row, int[] before, int[] after, int count) {
        for (int i = 0; i < count; i++) {
            row[i] -= before[i] + after[i] + 2 >> 2;
        }
    }

    private static void liftHigh(int[] row, int[] before, int[] after, int count) {
        for (int i = 0; i < count; i++) {
            row[i] += before[i] + after[i] >> 1;
        }
    }

    @Override
    public void liftAll(int[][] rows, int top, int count) {
        int ring = rows.length - 1;
        liftAll(rows[top - 2 & ring], rows[top - 1 & ring], rows[top & ring], rows[top + 1 & ring], count);
    }

    private static void liftAll(int[] row0, int[] row1, int[] row2, int[] row3, int count) {
        for (int i = 0; i < count; i++) {
            int low2 = row2[i] - (row1[i] + row3[i] + 2 >> 2);
            row1[i] = row1[i] + (row0[i] + low2 >> 1);
            row2[i] = low2;
        }
    }

    @Override
    public void halve(int[] row, int count) {
        for (int i = 0; i < count; i++) {
            row[i] /= 2; // an odd one, of a codestream that was cut, goes towards zero as with other decoders
        }
    }

    @Override
    public void copy(int[] from, int at, int[] into, int to, int count) {
        System.arraycopy(from, at, into, to, count);
    }

    @Override
    public void repeat(int[] row, int from, int at) {
        row[at] = row[from];
    }

    @Override
    public void interleave(int[] low, int[] high, int from, int to, int[] into, int at) {
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

    private static void interleave(int[] low, int[] high, int first, int[] into, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            into[at + 2 * i] = low[first + i];
            into[at + 2 * i + 1] = high[first + i];
        }
    }
}
