package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A picture to be coded: an area of the reference grid and its components.
 *
 * @param x0 left edge on the reference grid
 * @param y0 upper edge
 * @param x1 the column behind the last
 * @param y1 the row behind the last
 * @param planes the components
 */
record TestPicture(int x0, int y0, int x1, int y1, List<Plane> planes) {

    /**
     * One component.
     *
     * @param bits of a sample
     * @param samples row by row; below zero only when signed
     */
    record Plane(int bits, boolean signed, int stepX, int stepY, int x0, int y0, int width, int height, int[] samples) {

        /** Samples of a position on the component's own grid. */
        int at(int x, int y) {
            return samples[(y - y0) * width + x - x0];
        }

        int least() {
            return signed ? -(1 << bits - 1) : 0;
        }
    }

    /** What a component is to be. */
    record Kind(int bits, boolean signed, int stepX, int stepY) {}

    /** 8 bits of grey. */
    static TestPicture grey(int width, int height, long seed) {
        return of(0, 0, width, height, seed, new Kind(8, false, 1, 1));
    }

    /** Three components of 8 bits. */
    static TestPicture rgb(int width, int height, long seed) {
        var kind = new Kind(8, false, 1, 1);
        return of(0, 0, width, height, seed, kind, kind, kind);
    }

    /** Slopes, edges and noise in all components, a part of each flat. */
    static TestPicture of(int x0, int y0, int x1, int y1, long seed, Kind... kinds) {
        var random = new Random(seed);
        List<Plane> planes = new ArrayList<>();
        for (Kind kind : kinds) {
            int left = up(x0, kind.stepX);
            int upper = up(y0, kind.stepY);
            int width = up(x1, kind.stepX) - left;
            int height = up(y1, kind.stepY) - upper;
            planes.add(new Plane(kind.bits, kind.signed, kind.stepX, kind.stepY, left, upper, width, height,
                    texture(width, height, kind, random)));
        }
        return new TestPicture(x0, y0, x1, y1, List.copyOf(planes));
    }

    private static int up(int at, int step) {
        return (at + step - 1) / step;
    }

    private static int[] texture(int width, int height, Kind kind, Random random) {
        int[] samples = new int[width * height];
        double top = (1L << kind.bits) - 1;
        double noise = random.nextInt(4) == 0 ? 1 : random.nextDouble() * 0.1;
        double slopeX = random.nextDouble() / Math.max(1, width);
        double slopeY = random.nextDouble() / Math.max(1, height);
        double wave = 0.05 + random.nextDouble();
        int flat = random.nextInt(width + 1);
        for (int i = 0; i < samples.length; i++) {
            int x = i % width;
            int y = i / width;
            double value = x > flat && y > flat ? slopeX
                    : x * slopeX + y * slopeY * 0.5 + 0.2 * Math.sin(x * wave) * Math.cos(y * wave * 0.7)
                            + (random.nextDouble() - 0.5) * noise + ((x / 9 + y / 11) % 5 == 0 ? 0.5 : 0);
            samples[i] = (int) Math.round(Math.max(0, Math.min(1, value)) * top)
                    + (kind.signed ? -(1 << kind.bits - 1) : 0);
        }
        return samples;
    }
}
