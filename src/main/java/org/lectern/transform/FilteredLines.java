package org.lectern.transform;

import java.util.Arrays;

/**
 * Lines of another size, interpolated or filtered from given ones: down first, then across. Neighbours share many of
 * the given lines, which are kept as long as they are wanted.
 */
final class FilteredLines implements Lines {

    private final Lines lines;
    private final Weights across;
    private final Weights down;
    private final int bands;
    private final double[][] kept;
    private final int[] keptLine;
    private final double[] row;

    FilteredLines(Lines lines, Weights across, Weights down, int bands) {
        this.lines = lines;
        this.across = across;
        this.down = down;
        this.bands = bands;
        kept = new double[down.most()][lines.samples()];
        keptLine = new int[kept.length];
        Arrays.fill(keptLine, -1);
        row = new double[lines.samples()];
    }

    @Override
    public int samples() {
        return across.count() * bands;
    }

    @Override
    public void line(int y, double[] into) {
        Arrays.fill(row, 0);
        int taps = down.taps(y);
        for (int k = 0; k < taps; k++) {
            add(given(down.first(y) + k), down.value(y, k));
        }
        for (int x = 0; x < across.count(); x++) {
            across(x, into);
        }
    }

    private void add(double[] line, double weight) {
        for (int i = 0; i < row.length; i++) {
            row[i] += line[i] * weight;
        }
    }

    private double[] given(int y) {
        int slot = y % kept.length;
        if (keptLine[slot] != y) {
            lines.line(y, kept[slot]);
            keptLine[slot] = y;
        }
        return kept[slot];
    }

    private void across(int x, double[] into) {
        int from = across.first(x) * bands;
        int taps = across.taps(x);
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            for (int k = 0; k < taps; k++) {
                sum += row[from + k * bands + band] * across.value(x, k);
            }
            into[x * bands + band] = sum;
        }
    }
}
