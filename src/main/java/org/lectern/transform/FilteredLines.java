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
        double[] weights = down.values(y);
        for (int k = 0; k < weights.length; k++) {
            add(given(down.first(y) + k), weights[k]);
        }
        for (int x = 0; x < across.count(); x++) {
            if (bands == 3) {
                three(x, into);
            } else {
                any(x, into);
            }
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

    private void three(int x, double[] into) {
        double[] weights = across.values(x);
        double red = 0;
        double green = 0;
        double blue = 0;
        int i = across.first(x) * 3;
        for (double weight : weights) {
            red += row[i] * weight;
            green += row[i + 1] * weight;
            blue += row[i + 2] * weight;
            i += 3;
        }
        into[3 * x] = red;
        into[3 * x + 1] = green;
        into[3 * x + 2] = blue;
    }

    private void any(int x, double[] into) {
        double[] weights = across.values(x);
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            int i = across.first(x) * bands + band;
            for (double weight : weights) {
                sum += row[i] * weight;
                i += bands;
            }
            into[x * bands + band] = sum;
        }
    }
}
