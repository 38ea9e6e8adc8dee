package org.lectern.jpeg2000;

/** Numbers on a rectangle of a grid whose corner need not be the origin. */
final class Field {

    final int x0;
    final int y0;
    final int width;
    final int height;
    final double[] values;

    Field(int x0, int y0, int x1, int y1) {
        this.x0 = x0;
        this.y0 = y0;
        width = Math.max(0, x1 - x0);
        height = Math.max(0, y1 - y0);
        values = new double[width * height];
    }

    double at(int x, int y) {
        return values[(y - y0) * width + x - x0];
    }

    void set(int x, int y, double value) {
        values[(y - y0) * width + x - x0] = value;
    }

    /** Every second column and row: those of this parity, as a field of half the coordinates. */
    Field every(int oddX, int oddY) {
        var half = new Field(up(x0 - oddX), up(y0 - oddY), up(x0 + width - oddX), up(y0 + height - oddY));
        for (int y = half.y0; y < half.y0 + half.height; y++) {
            for (int x = half.x0; x < half.x0 + half.width; x++) {
                half.set(x, y, at(2 * x + oddX, 2 * y + oddY));
            }
        }
        return half;
    }

    private static int up(int at) {
        return Math.floorDiv(at + 1, 2);
    }
}
