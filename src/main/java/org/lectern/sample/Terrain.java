package org.lectern.sample;

import java.util.Random;

/** Heights of an island that is not there: smooth noise in octaves, lowered towards the edges. */
final class Terrain {

    private static final int PERIOD = 256;

    private final int[] order = new int[2 * PERIOD];
    private final double[] heights = new double[PERIOD];

    Terrain(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PERIOD; i++) {
            order[i] = i;
            heights[i] = random.nextDouble() * 2 - 1;
        }
        for (int i = PERIOD - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        System.arraycopy(order, 0, order, PERIOD, PERIOD);
    }

    /**
     * Metres above the sea, below 0 in it.
     *
     * @param x from -1 at the left edge to 1
     * @param y from -1 at the upper edge to 1
     */
    double at(double x, double y) {
        double bentX = x + 0.16 * noise(x * 2.3 + 9, y * 2.3 + 4);
        double bentY = y + 0.16 * noise(x * 2.3 + 31, y * 2.3 + 17);
        double away = Math.hypot(bentX * 1.12, bentY * 1.25);
        double dome = 0.64 - Math.pow(away, 1.7);
        double rough = 0;
        double share = 0.5;
        double scale = 2.1;
        for (int octave = 0; octave < 7; octave++) {
            double ridge = 1 - Math.abs(noise(bentX * scale + octave * 7, bentY * scale + octave * 13));
            rough += share * (octave < 3 ? ridge * ridge * 1.2 - 0.62 : ridge - 0.7);
            share *= 0.47;
            scale *= 2.03;
        }
        double height = dome + rough * (0.55 + 0.6 * Math.max(0, dome));
        return height > 0 ? 1250 * Math.pow(height, 1.25) : 900 * height;
    }

    private double noise(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = smooth(x - column);
        double below = smooth(y - row);
        double upper = mix(corner(column, row), corner(column + 1, row), right);
        double lower = mix(corner(column, row + 1), corner(column + 1, row + 1), right);
        return mix(upper, lower, below);
    }

    private double corner(int column, int row) {
        return heights[order[order[column & 255] + (row & 255)]];
    }

    private static double smooth(double share) {
        return share * share * share * (share * (share * 6 - 15) + 10);
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
