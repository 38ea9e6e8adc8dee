package org.lectern.sample;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** A map of an island that is not there: tints by height, hill shading, contour lines. */
final class IslandMap {

    private static final double STEP = 50;
    private static final Color PAPER = new Color(0xf4ead2);
    private static final Color INK = new Color(0x3a2a1a);
    private static final Color SEA_INK = new Color(0x2b5a78);
    private static final int[][] TINTS = {
        {-600, 0x9cc4d6}, {-200, 0xb6d6e0}, {-1, 0xd3e7e8}, {0, 0xdcd7a4}, {40, 0xb9cb8c}, {200, 0x9dbb7c},
        {420, 0xcdbd84}, {650, 0xb99a6b}, {850, 0x9f8064}, {1050, 0xd8d0c8}, {1250, 0xffffff}
    };
    private static final Color[] COLOURS = colours();

    private final Terrain terrain = new Terrain(36);
    private int width;
    private int height;

    BufferedImage draw(int width, int height) {
        this.width = width;
        this.height = height;
        Sheet sheet = new Sheet(width, height, PAPER);
        BufferedImage land = land();
        sheet.pen().drawImage(land, 0, 0, null);
        names(sheet);
        frame(sheet);
        return sheet.finish();
    }

    private BufferedImage land() {
        BufferedImage land = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        double[][] rows = {row(0), row(1)};
        for (int y = 0; y < height; y++) {
            double[] here = rows[y % 2];
            double[] below = rows[(y + 1) % 2];
            for (int x = 0; x < width; x++) {
                land.setRGB(x, y, colour(here[x], here[x + 1] - here[x], below[x] - here[x]));
            }
            rows[y % 2] = row(y + 2);
        }
        return land;
    }

    private double[] row(int y) {
        double[] row = new double[width + 1];
        for (int x = 0; x <= width; x++) {
            row[x] = terrain.at(2.0 * x / width - 1, 2.0 * y / height - 1);
        }
        return row;
    }

    private static int colour(double metres, double east, double south) {
        double light = metres < 0 ? 1 : shade(east, south);
        double line = contour(metres, Math.hypot(east, south));
        int tint = tint(metres).getRGB();
        int ink = (metres < 0 ? SEA_INK : INK).getRGB();
        int colour = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            double plain = Math.min(255, (tint >> shift & 255) * light);
            double inked = plain + ((ink >> shift & 255) - plain) * line;
            colour |= (int) Math.round(inked) << shift;
        }
        return colour;
    }

    /** Light from the upper left. */
    private static double shade(double east, double south) {
        double slope = (east + south) * 0.22;
        return 1 + 0.42 * slope / Math.sqrt(1 + slope * slope);
    }

    /** How much ink a pixel gets from the contour lines near it: lines keep their width on any slope. */
    private static double contour(double metres, double slope) {
        if (metres < -320) {
            return 0;
        }
        double step = metres < 0 ? 2 * STEP : STEP;
        double nearest = Math.rint(metres / step) * step;
        double pixels = Math.abs(metres - nearest) / Math.max(slope, 0.02);
        boolean shore = nearest == 0;
        boolean index = Math.abs(nearest % (5 * STEP)) < 1;
        double width = shore ? 2.2 : index ? 1.3 : 0.75;
        double strength = shore ? 0.95 : metres < 0 ? 0.35 : index ? 0.65 : 0.4;
        return strength * Math.max(0, Math.min(1, width + 0.5 - pixels));
    }

    private static Color tint(double metres) {
        int last = TINTS.length - 1;
        if (metres <= TINTS[0][0]) {
            return COLOURS[0];
        }
        for (int i = 0; i < last; i++) {
            if (metres < TINTS[i + 1][0]) {
                return mix(COLOURS[i], COLOURS[i + 1], (metres - TINTS[i][0]) / (TINTS[i + 1][0] - TINTS[i][0]));
            }
        }
        return COLOURS[last];
    }

    private static Color mix(Color one, Color other, double share) {
        return new Color(
                (int) (one.getRed() + (other.getRed() - one.getRed()) * share),
                (int) (one.getGreen() + (other.getGreen() - one.getGreen()) * share),
                (int) (one.getBlue() + (other.getBlue() - one.getBlue()) * share));
    }

    private static Color[] colours() {
        Color[] colours = new Color[TINTS.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = new Color(TINTS[i][1]);
        }
        return colours;
    }

    private void names(Sheet sheet) {
        Type sea = new Type(height / 26.0, SEA_INK).italic().spaced(0.35);
        Type bay = new Type(height / 48.0, SEA_INK).italic().spaced(0.1);
        sheet.text("Sea of Margins", width * 0.21, height * 0.9, sea, Align.MIDDLE);
        sheet.text("Quarto Bay", width * 0.86, height * 0.72, bay, Align.MIDDLE);
        sheet.text("Octavo Sound", width * 0.15, height * 0.66, bay, Align.MIDDLE);
    }

    private void frame(Sheet sheet) {
        double margin = height * 0.035;
        sheet.pen().setColor(PAPER);
        for (double[] side : new double[][] {
            {0, 0, width, margin}, {0, height - margin, width, margin}, {0, 0, margin, height},
            {width - margin, 0, margin, height}
        }) {
            sheet.fill(PAPER, new Rectangle2D.Double(side[0], side[1], side[2], side[3]));
        }
        sheet.frame(INK, 5, margin * 0.55).frame(INK, 1.5, margin).frame(INK, 1.5, margin * 0.78);
        title(sheet, margin);
        compass(sheet, width - margin * 4.5, margin * 5.2, margin * 2.5);
        scale(sheet, width - margin * 2.2, height - margin * 2.4);
    }

    private void title(Sheet sheet, double margin) {
        Type large = new Type(height / 24.0, INK).bold().spaced(0.16);
        Type small = new Type(height / 62.0, INK).italic().spaced(0.04);
        sheet.text("FOLIO ISLAND", margin * 2, margin * 3.1, large, Align.START);
        sheet.text("Contours every 50 metres. Not for navigation: it is not there.", margin * 2, margin * 4.1,
                small, Align.START);
    }

    private static void compass(Sheet sheet, double x, double y, double radius) {
        sheet.line(INK, 2, new Ellipse2D.Double(x - radius * 0.72, y - radius * 0.72, radius * 1.44, radius * 1.44));
        for (int point = 0; point < 8; point++) {
            double reach = radius * (point % 2 == 0 ? 1 : 0.62);
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(point * Math.PI / 4);
            for (int side = -1; side <= 1; side += 2) {
                Path2D half = new Path2D.Double();
                half.moveTo(0, 0);
                half.lineTo(side * radius * 0.15, -radius * 0.2);
                half.lineTo(0, -reach);
                half.closePath();
                sheet.fill(side < 0 ? INK : PAPER, place.createTransformedShape(half));
                sheet.line(INK, 1.5, place.createTransformedShape(half));
            }
        }
        sheet.text("N", x, y - radius * 1.12, new Type(radius * 0.42, INK).bold(), Align.MIDDLE);
    }

    private static void scale(Sheet sheet, double right, double y) {
        double unit = 110;
        Type small = new Type(30, INK);
        for (int i = 0; i < 5; i++) {
            double x = right - (5 - i) * unit;
            Rectangle2D box = new Rectangle2D.Double(x, y, unit, 12);
            sheet.fill(i % 2 == 0 ? INK : PAPER, box).line(INK, 1.5, box);
            sheet.text("" + i, x, y - 12, small, Align.MIDDLE);
        }
        sheet.text("5 km", right, y - 12, small, Align.MIDDLE);
    }
}
