package org.lectern.transform;

import org.lectern.core.Dimensions;

/**
 * The part of a decoded picture that becomes the answer, in its pixels, to a fraction: a region of
 * the full picture seldom falls on whole pixels of a reduced level.
 *
 * <p>The right and the bottom edge may lie outside the picture, by less than a pixel of the answer: the last
 * pixel of an edge tile then averages what there is.
 *
 * @param left first column
 * @param top first row
 * @param right end of the columns
 * @param bottom end of the rows
 */
public record Window(double left, double top, double right, double bottom) {

    /** Refuses the empty and what begins outside. */
    public Window {
        if (!(left >= 0 && top >= 0 && right > left && bottom > top)) {
            throw new IllegalArgumentException("window " + left + "," + top + " to " + right + "," + bottom);
        }
    }

    /** All of a picture. */
    public static Window all(Dimensions size) {
        return new Window(0, 0, size.width(), size.height());
    }
}
