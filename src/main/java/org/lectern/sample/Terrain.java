package org.lectern.sample;

import java.util.Random;

/** Heights of an island that is not there: smooth noise in octaves, lowered towards the edges. */
final class Terrain {

    private static final int PERIOD = 256;
    private static final int OCTAVES = 7;

    private final int[] order = new int[2 * PERIOD];
    private final double[] slopesX = new double[PERIOD];
    private final double[] slopesY = new double[PERIOD];
    private final double[] turnsX = new double[OCTAVES];
    private final double[] turnsY = new double[OCTAVES];

    Terrain(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PERIOD; i++) {
            order[i] = i;
            double direction = random.nextDouble() * 2 * Math.PI;
            slopesX[i] = Math.cos(direction);
            slopesY[i] = Math.sin(direction);
        }
        for (int octave = 0; octave < OCTAVES; octave++) {
            turnsX[octave] = Math.cos(octave * 0.7);
            turnsY[octave] = Math.sin(octave * 0.7);
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
        for (int octave = 0; octave < OCTAVES; octave++) {
            double turnedX = bentX * turnsX[octave] - bentY * turnsY[octave];
            double turnedY = bentX * turnsY[octave] + bentY * turnsX[octave];
            double ridge = 1 - Math.abs(noise(turnedX * scale + octave * 7, turnedY * scale + octave * 13));
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
        double upper = mix(slope(column, row, x, y), slope(column + 1, row, x, y), right);
        double lower = mix(slope(column, row + 1, x, y), slope(column + 1, row + 1, x, y), right);
        return 1.5 * mix(upper, lower, below);
    }

    /** What the plane through a grid point, which leans its own way, makes of a place beside it. */
    private double slope(int column, int row, double x, double y) {
        int way = order[order[column & 255] + (row & 255)];
        return slopesX[way] * (x - column) + slopesY[way] * (y - row);
    }

    private static double smooth(double share) {
        return share * share * share * (share * (share * 6 - 15) + 10);
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
