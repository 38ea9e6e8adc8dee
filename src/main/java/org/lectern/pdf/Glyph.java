package org.lectern.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * One character as it is drawn, on the upright page in pixels.
 *
 * @param text what it stands for: more than one character of a ligature
 * @param from where the pen stands before it
 * @param to where the pen stands behind it
 * @param box around it, by the font's ascent and descent
 * @param em how far the pen goes for the width of an em
 * @param height of an em, across the way of the pen
 */
record Glyph(String text, Point2D from, Point2D to, Rectangle2D box, double em, double height) {

    private static final double TURNED = 0.97; // cosine of 14 degrees

    boolean isBlank() {
        return text.isBlank();
    }

    boolean isRightToLeft() {
        byte way = Character.getDirectionality(text.codePointAt(0));
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** How far a point lies before this glyph's start, along its way. */
    double along(Point2D point) {
        return ((point.getX() - from.getX()) * (to.getX() - from.getX())
                + (point.getY() - from.getY()) * (to.getY() - from.getY())) / length();
    }

    /** How far a point lies beside this glyph's way: positive to the right of who walks it. */
    double across(Point2D point) {
        return ((point.getY() - from.getY()) * (to.getX() - from.getX())
                - (point.getX() - from.getX()) * (to.getY() - from.getY())) / length();
    }

    double length() {
        return Math.max(from.distance(to), 1e-6);
    }

    /** Whether the pen goes the same way for both. */
    boolean isParallel(Glyph other) {
        double product = (to.getX() - from.getX()) * (other.to.getX() - other.from.getX())
                + (to.getY() - from.getY()) * (other.to.getY() - other.from.getY());
        return product >= TURNED * length() * other.length();
    }
}
