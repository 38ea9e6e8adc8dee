package org.lectern.core;

/**
 * Width and height of a picture in pixels; both at least 1. Immutable.
 *
 * @param width columns
 * @param height rows
 */
public record Dimensions(int width, int height) {

    /** Refuses what no picture has. */
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height);
        }
    }

    /** The number of pixels. */
    public long area() {
        return (long) width * height;
    }

    /** Columns for rows: what a quarter turn makes of it. */
    public Dimensions turned() {
        return new Dimensions(height, width);
    }

    /** The rectangle that covers it. */
    public Rect bounds() {
        return new Rect(0, 0, width, height);
    }

    /**
     * This size divided by a factor, rounded up as clients of tiles do.
     *
     * @param factor at least 1
     */
    public Dimensions dividedBy(int factor) {
        return new Dimensions((width - 1) / factor + 1, (height - 1) / factor + 1);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
