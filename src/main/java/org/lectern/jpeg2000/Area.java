package org.lectern.jpeg2000;

/**
 * A rectangle of the reference grid or of a grid derived from it; right and bottom excluded. May be empty; never
 * negative. Immutable.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 the column behind the last; not less than {@code x0}
 * @param y1 the row behind the last; not less than {@code y0}
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex B</a>
 */
record Area(int x0, int y0, int x1, int y1) {

    /** Corners in the wrong order become an empty area. */
    Area {
        x1 = Math.max(x0, x1);
        y1 = Math.max(y0, y1);
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    long size() {
        return (long) width() * height();
    }

    boolean isEmpty() {
        return x0 == x1 || y0 == y1;
    }

    boolean contains(Area other) {
        return other.isEmpty() || other.x0 >= x0 && other.y0 >= y0 && other.x1 <= x1 && other.y1 <= y1;
    }

    /** What both cover. */
    Area intersection(Area other) {
        return new Area(
                Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** Every coordinate divided by a step, rounded up: samples of a component (B-12). */
    Area divided(int stepX, int stepY) {
        return new Area(up(x0, stepX), up(y0, stepY), up(x1, stepX), up(y1, stepY));
    }

    /** Every coordinate divided by two to a power, rounded up: samples after so many decompositions (B-14). */
    Area reduced(int levels) {
        return new Area(halved(x0, levels), halved(y0, levels), halved(x1, levels), halved(y1, levels));
    }

    /** A coordinate divided and rounded up. */
    static int up(int at, int step) {
        return (int) ((at + (long) step - 1) / step);
    }

    /** A coordinate divided by two to a power (0 to 32) and rounded up. */
    static int halved(int at, int levels) {
        return (int) (at + (1L << levels) - 1 >> levels);
    }
}
