package org.lectern.jpeg2000;

import java.util.Arrays;

/** Samples of one component under a piece of the picture. Reusable; for one thread. */
final class Plane {

    private Area area = new Area(0, 0, 0, 0);
    private int[] samples = {};

    /** Is for another area now; what was in it is of no meaning. */
    void begin(Area covered) {
        area = covered;
        if (samples.length < covered.size()) {
            samples = new int[Math.toIntExact(covered.size())];
        }
    }

    /** In samples of the component after the halvings of the reading. */
    Area area() {
        return area;
    }

    /** Row by row, {@code area().width()} a row; may be longer than the area. */
    int[] samples() {
        return samples;
    }

    /** Sets what a window has to one value. */
    void fill(Area window, int value) {
        for (int y = window.y0(); y < window.y1(); y++) {
            int from = at(window.x0(), y);
            Arrays.fill(samples, from, from + window.width(), value);
        }
    }

    /** Bytes of heap. */
    long weight() {
        return 64 + 4L * samples.length;
    }

    /** Index of a sample that lies in the area. */
    int at(int x, int y) {
        return (y - area.y0()) * area.width() + x - area.x0();
    }
}
