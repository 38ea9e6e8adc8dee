package org.lectern.sample;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A frond whose leaflets repeat the whole, on a sheet one can see through. */
final class Fern {

    private static final Color STEM = new Color(0x4b3a1d);
    private static final Color VEIN = new Color(214, 226, 160, 150);
    private static final Color EDGE = new Color(0x1d3b1a);
    private static final double[][] FRONDS = {{0.5, 0, 0.92}, {0.43, -30, 0.62}, {0.57, 33, 0.5}};

    /** How long the leaflets are for their stem, from the smallest to the whole frond. */
    private static final double[] WIDTHS = {0.24, 0.15, 0.4};

    BufferedImage draw(int width, int height) {
        Sheet sheet = Sheet.clear(width, height);
        AffineTransform plain = sheet.pen().getTransform();
        for (int i = FRONDS.length - 1; i >= 0; i--) {
            double[] frond = FRONDS[i];
            sheet.pen().translate(frond[0] * width, height * 0.985);
            sheet.pen().rotate(Math.toRadians(frond[1]));
            frond(sheet, height * frond[2], 0.16, 3);
            sheet.pen().setTransform(plain);
        }
        return sheet.finish();
    }

    /**
     * One frond, from 0, 0 upwards.
     *
     * @param bend how far it turns in all, in radians
     * @param depth how often its leaflets are fronds themselves
     */
    private void frond(Sheet sheet, double length, double bend, int depth) {
        if (depth == 0 || length < 12) {
            leaflet(sheet, length);
            return;
        }
        AffineTransform start = sheet.pen().getTransform();
        int joints = new int[] {9, 19, 27}[depth - 1];
        double step = length / (joints + 1);
        for (int i = 0; i < joints; i++) {
            double along = i / (double) joints;
            sheet.rule(STEM, Math.max(0.8, length * 0.011 * (1 - along)), 0, 0, 0, -step);
            sheet.pen().translate(0, -step);
            sheet.pen().rotate(bend / joints * (1 + 2 * along));
            if (depth < 3 || along > 0.09) {
                pair(sheet, length * WIDTHS[depth - 1] * shape(along, depth), depth - 1);
            }
        }
        leaflet(sheet, step * 2.2);
        sheet.pen().setTransform(start);
    }

    private void pair(Sheet sheet, double length, int depth) {
        AffineTransform joint = sheet.pen().getTransform();
        for (int side = -1; side <= 1; side += 2) {
            sheet.pen().rotate(side * Math.toRadians(depth == 2 ? 62 : 55));
            frond(sheet, length, -side * 0.35, depth);
            sheet.pen().setTransform(joint);
        }
    }

    /** How long the leaflets are along a stem: they swell from its foot and taper to its tip. */
    private static double shape(double along, int depth) {
        double swell = depth == 3 ? Math.min(1, 0.45 + along * 2.2) : 1;
        return swell * Math.pow(1 - along, 0.8) + 0.03;
    }

    private void leaflet(Sheet sheet, double length) {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(0, 0);
        leaf.curveTo(length * 0.34, -length * 0.2, length * 0.26, -length * 0.75, 0, -length);
        leaf.curveTo(-length * 0.26, -length * 0.75, -length * 0.34, -length * 0.2, 0, 0);
        sheet.fill(green(length), leaf).line(EDGE, 0.7, leaf);
        if (length > 9) {
            sheet.rule(VEIN, 0.8, 0, -length * 0.1, 0, -length * 0.8);
        }
    }

    private static Color green(double length) {
        double share = Math.min(1, length / 34);
        return new Color((int) (142 - 80 * share), (int) (172 - 52 * share), (int) (70 - 22 * share));
    }
}
