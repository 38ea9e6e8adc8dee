package org.lectern.text;

import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/** A box as a file gives it: fractions, perhaps outside of the page, perhaps without area. Never infinite. */
record Edges(double left, double top, double right, double bottom) {

    private static final double NEARLY = 1e-3; // what was meant to be a whole number

    /** From any two opposite corners; empty when a number is none. */
    static Optional<Edges> between(double x0, double y0, double x1, double y1) {
        if (!Double.isFinite(x0) || !Double.isFinite(y0) || !Double.isFinite(x1) || !Double.isFinite(y1)) {
            return Optional.empty();
        }
        return Optional.of(new Edges(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)));
    }

    /** The smallest that holds both. */
    Edges with(Edges other) {
        return new Edges(Math.min(left, other.left), Math.min(top, other.top),
                Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    /** The part of its width between two shares of it, from the left or from the right. */
    Edges across(double from, double to, boolean rightToLeft) {
        double width = right - left;
        return rightToLeft
                ? new Edges(right - to * width, top, right - from * width, bottom)
                : new Edges(left + from * width, top, left + to * width, bottom);
    }

    /** The part of its height between two shares of it. */
    Edges down(double from, double to) {
        double height = bottom - top;
        return new Edges(left, top + from * height, right, top + to * height);
    }

    /** In whole units, rounded outward; at least one wide and high, and inside of the space. */
    Rect within(Dimensions space) {
        int x = clamp(Math.floor(left + NEARLY), 0, space.width() - 1);
        int y = clamp(Math.floor(top + NEARLY), 0, space.height() - 1);
        int behind = clamp(Math.ceil(right - NEARLY), x + 1, space.width());
        int below = clamp(Math.ceil(bottom - NEARLY), y + 1, space.height());
        return new Rect(x, y, behind - x, below - y);
    }

    private static int clamp(double value, int least, int most) {
        return (int) Math.max(least, Math.min(most, value));
    }
}
