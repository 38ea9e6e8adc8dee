package org.lectern.core;

/**
 * A rectangle of pixels: origin top left, the right and bottom edges excluded; width and height at
 * least 1. Immutable.
 *
 * @param x first column
 * @param y first row
 * @param width columns
 * @param height rows
 */
public record Rect(int x, int y, int width, int height) {

    /** Refuses the empty, the negative and what an int cannot address. */
    public Rect {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("rectangle " + x + "," + y + "," + width + "," + height);
        }
        Math.addExact(x, width);
        Math.addExact(y, height);
    }

    /** The first column behind it. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    /** Its size. */
    public Dimensions size() {
        return new Dimensions(width, height);
    }

    /** Whether the other lies wholly inside. */
    public boolean contains(Rect other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** As a IIIF region writes it: {@code x,y,w,h}. */
    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}
