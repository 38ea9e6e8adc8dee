package org.lectern.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** The pictures and ornaments of the book of songs. */
final class BookArt {

    private static final int WIDTH = NonsenseBook.WIDTH;
    private static final int HEIGHT = NonsenseBook.HEIGHT;
    private static final double MIDDLE = WIDTH / 2.0;
    private static final Color CLOTH = new Color(0x1f4d3d);
    private static final Color GOLD = new Color(0xd8b566);
    private static final Color CREAM = new Color(0xf4e7c5);
    private static final Color NIGHT = new Color(0x16264a);
    private static final Color DARK = new Color(0x10182c);

    private BookArt() {}

    static Print cover() {
        Sheet sheet = cloth();
        sheet.text("TWO", MIDDLE, 400, new Type(70, GOLD).spaced(0.3), Align.MIDDLE);
        sheet.text("NONSENSE", MIDDLE, 530, new Type(112, GOLD).spaced(0.08), Align.MIDDLE);
        sheet.text("SONGS", MIDDLE, 650, new Type(92, GOLD).spaced(0.28), Align.MIDDLE);
        rosette(sheet, MIDDLE, 1040, 270, GOLD);
        sheet.text("LEAR & CARROLL", MIDDLE, 1480, new Type(50, GOLD).spaced(0.18), Align.MIDDLE);
        return sheet.print();
    }

    static Print back() {
        Sheet sheet = cloth();
        rosette(sheet, MIDDLE, HEIGHT / 2.0, 170, GOLD);
        return sheet.print();
    }

    private static Sheet cloth() {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, CLOTH);
        sheet.frame(GOLD, 8, 80).frame(GOLD, 2, 102).frame(GOLD, 2, 190);
        for (double x = 146; x <= WIDTH - 146; x += (WIDTH - 292) / 14.0) {
            bead(sheet, x, 146);
            bead(sheet, x, HEIGHT - 146);
        }
        for (double y = 146; y <= HEIGHT - 146; y += (HEIGHT - 292) / 23.0) {
            bead(sheet, 146, y);
            bead(sheet, WIDTH - 146, y);
        }
        return sheet;
    }

    private static void bead(Sheet sheet, double x, double y) {
        for (int turn = 0; turn < 4; turn++) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(turn * Math.PI / 4);
            sheet.fill(GOLD, place.createTransformedShape(new Ellipse2D.Double(-22, -4, 44, 8)));
        }
        sheet.dot(CLOTH, x, y, 5);
    }

    /** A flower of turned ellipses. */
    static void rosette(Sheet sheet, double x, double y, double radius, Color colour) {
        for (int petal = 0; petal < 18; petal++) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(petal * Math.PI / 18);
            sheet.line(colour, radius / 85, place.createTransformedShape(
                    new Ellipse2D.Double(-radius, -radius * 0.32, 2 * radius, radius * 0.64)));
        }
        sheet.dot(colour, x, y, radius * 0.1);
    }

    /** A band of waves that swells towards the middle. */
    static void headpiece(Sheet sheet, double y, Color colour) {
        for (int strand = 0; strand < 5; strand++) {
            Path2D wave = new Path2D.Double();
            for (int i = 0; i <= 300; i++) {
                double along = i / 300.0;
                double swell = 46 * Math.sin(along * Math.PI);
                double height = y + swell * Math.sin(along * 10 * Math.PI + strand * Math.PI / 5);
                if (i == 0) {
                    wave.moveTo(260, height);
                } else {
                    wave.lineTo(260 + along * (WIDTH - 520), height);
                }
            }
            sheet.line(colour, 2, wave);
        }
    }

    static Print endpaper() {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xe4d2a4));
        for (int row = 0; row * 50 < HEIGHT + 150; row++) {
            for (int column = 0; column * 100 < WIDTH + 200; column++) {
                double x = column * 100 - (row % 2) * 50;
                for (int ring = 5; ring > 0; ring--) {
                    Color colour = ring % 2 == 0 ? CREAM : new Color(0x2f6b58);
                    sheet.dot(colour, x, row * 50, ring * 10.5);
                }
            }
        }
        return sheet.print();
    }

    /** The pea-green boat by moonlight. */
    static Print boat() {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, NIGHT);
        sheet.pen().setPaint(new GradientPaint(0, 0, DARK, 0, 1250, new Color(0x3c5f93)));
        sheet.pen().fill(new Rectangle2D.Double(0, 0, WIDTH, 1250));
        Random random = new Random(7);
        for (int i = 0; i < 170; i++) {
            sheet.dot(CREAM, random.nextDouble() * WIDTH, random.nextDouble() * 1050, 1.5 + 3 * random.nextDouble());
        }
        sheet.dot(new Color(244, 231, 197, 40), 830, 420, 235).dot(CREAM, 830, 420, 180);
        sail(sheet);
        passengers(sheet);
        hull(sheet);
        waves(sheet);
        return sheet.frame(CREAM, 26, 13).print();
    }

    private static void sail(Sheet sheet) {
        sheet.rule(new Color(0x4a2f1b), 16, 610, 520, 610, 1200);
        Path2D sail = new Path2D.Double();
        sail.moveTo(596, 540);
        sail.curveTo(420, 650, 330, 860, 330, 1010);
        sail.curveTo(430, 985, 520, 985, 596, 1000);
        sail.closePath();
        sheet.fill(new Color(0xc9533b), sail);
        for (int stripe = 0; stripe < 4; stripe++) {
            double y = 680 + stripe * 85;
            sheet.line(CREAM, 7, clip(sail, new QuadCurve2D.Double(300, y + 30, 450, y - 15, 600, y)));
        }
    }

    private static Area clip(Path2D shape, QuadCurve2D curve) {
        Area band = new Area(new BasicStroke(7).createStrokedShape(curve));
        band.intersect(new Area(shape));
        return band;
    }

    private static void passengers(Sheet sheet) {
        Color owl = new Color(0x8a6a4a);
        Color chest = new Color(0xd9c09a);
        sheet.fill(owl, new Ellipse2D.Double(360, 985, 170, 230));
        sheet.fill(chest, new Ellipse2D.Double(395, 1065, 100, 140));
        sheet.fill(owl, triangle(372, 1010, 380, 945, 425, 990)).fill(owl, triangle(518, 1010, 510, 945, 465, 990));
        for (double x : new double[] {410, 480}) {
            sheet.dot(CREAM, x, 1040, 33).dot(DARK, x + 4, 1038, 15).dot(CREAM, x + 9, 1032, 5);
        }
        sheet.fill(new Color(0xe0a032), triangle(432, 1060, 458, 1060, 445, 1092));
        Color cat = new Color(0xe8e2d6);
        Color stripe = new Color(0x8d8a92);
        sheet.line(cat, 22, new QuadCurve2D.Double(840, 1180, 930, 1120, 880, 1030));
        sheet.fill(cat, new Ellipse2D.Double(690, 1060, 160, 190)).fill(cat, new Ellipse2D.Double(680, 960, 170, 145));
        sheet.fill(cat, triangle(688, 1020, 690, 925, 745, 972)).fill(cat, triangle(842, 1020, 840, 925, 785, 972));
        for (double x : new double[] {728, 802}) {
            sheet.fill(new Color(0x5d8f3f), new Ellipse2D.Double(x - 18, 1012, 36, 30));
            sheet.fill(DARK, new Ellipse2D.Double(x - 5, 1012, 10, 30));
        }
        sheet.fill(new Color(0xd98880), triangle(754, 1052, 776, 1052, 765, 1066));
        for (int side = -1; side <= 1; side += 2) {
            for (int hair = 0; hair < 3; hair++) {
                sheet.rule(stripe, 2.5, 765 + side * 22, 1062 + hair * 6, 765 + side * 100, 1048 + hair * 17);
            }
        }
    }

    private static Path2D triangle(double x1, double y1, double x2, double y2, double x3, double y3) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(x1, y1);
        shape.lineTo(x2, y2);
        shape.lineTo(x3, y3);
        shape.closePath();
        return shape;
    }

    private static void hull(Sheet sheet) {
        Path2D hull = new Path2D.Double();
        hull.moveTo(215, 1130);
        hull.curveTo(380, 1195, 800, 1195, 1000, 1110);
        hull.curveTo(965, 1300, 860, 1390, 760, 1400);
        hull.lineTo(420, 1400);
        hull.curveTo(310, 1380, 240, 1270, 215, 1130);
        sheet.fill(new Color(0x9bb84a), hull);
        for (int plank = 1; plank < 4; plank++) {
            double y = 1130 + plank * 55;
            sheet.line(new Color(0x6f8a2e), 4, new QuadCurve2D.Double(
                    222 + plank * 14, y, 600, y + 88, 992 - plank * 18, y - 14));
        }
        sheet.line(new Color(0x56701f), 10, new QuadCurve2D.Double(215, 1130, 600, 1232, 1000, 1110));
    }

    private static void waves(Sheet sheet) {
        for (int row = 0; row < 11; row++) {
            double y = 1300 + row * 48;
            Path2D wave = new Path2D.Double();
            wave.moveTo(-20, y);
            for (int i = 0; i <= 14; i++) {
                double x = -20 + i * 92 + (row % 2) * -46;
                wave.quadTo(x + 46, y - 52, x + 92, y);
            }
            wave.lineTo(WIDTH + 100, HEIGHT);
            wave.lineTo(-60, HEIGHT);
            wave.closePath();
            double share = row / 10.0;
            sheet.fill(new Color((int) (52 - 30 * share), (int) (104 - 62 * share), (int) (142 - 66 * share)), wave);
            sheet.line(new Color(200, 225, 230, 150), 3, wave);
        }
    }

    /** The tulgey wood, and eyes of flame. */
    static Print wood() {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xd9c9a0));
        sheet.pen().setPaint(new GradientPaint(0, 0, new Color(0x6f8b6a), 0, HEIGHT, new Color(0xe8d6a4)));
        sheet.pen().fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        Random random = new Random(42);
        for (int layer = 0; layer < 3; layer++) {
            Color bark = new Color(new int[] {0x7d9272, 0x4a6350, 0x18271f}[layer]);
            for (int tree = 0; tree < 5; tree += layer == 2 ? 4 : 1) {
                double x = (tree + 0.15 + 0.7 * random.nextDouble()) * WIDTH / 5;
                tree(sheet, random, bark, x, HEIGHT - 60, 230 + layer * 70, -Math.PI / 2, 24 + layer * 16);
            }
            if (layer == 1) {
                jabberwock(sheet);
            }
        }
        sheet.fill(new Color(0x18271f), new Rectangle2D.Double(0, HEIGHT - 110, WIDTH, 110));
        return sheet.frame(CREAM, 26, 13).print();
    }

    private static void tree(
            Sheet sheet, Random random, Color bark, double x, double y, double length, double angle, double width) {
        if (length < 22) {
            return;
        }
        double nextX = x + length * Math.cos(angle);
        double nextY = y + length * Math.sin(angle);
        double bend = (random.nextDouble() - 0.5) * length * 0.4;
        sheet.line(bark, width, new QuadCurve2D.Double(x, y, (x + nextX) / 2 + bend, (y + nextY) / 2, nextX, nextY));
        int branches = 2 + random.nextInt(2);
        for (int i = 0; i < branches; i++) {
            double turn = (random.nextDouble() - 0.5) * 1.7;
            double shorter = length * (0.62 + 0.18 * random.nextDouble());
            tree(sheet, random, bark, nextX, nextY, shorter, angle + turn, width * 0.62);
        }
    }

    private static void jabberwock(Sheet sheet) {
        Color hide = new Color(0x2d4033);
        Path2D neck = new Path2D.Double();
        neck.moveTo(1180, 1750);
        neck.curveTo(1010, 1300, 520, 1560, 560, 1120);
        neck.curveTo(575, 960, 650, 900, 700, 880);
        sheet.line(hide, 120, neck);
        sheet.fill(hide, new Ellipse2D.Double(450, 760, 330, 230));
        for (int side = -1; side <= 1; side += 2) {
            sheet.line(hide, 16, new QuadCurve2D.Double(615 + side * 60, 790, 615 + side * 120, 690,
                    615 + side * 190, 700));
            sheet.fill(hide, triangle(615 + side * 90, 800, 615 + side * 175, 760, 615 + side * 130, 860));
            double eye = 615 + side * 72;
            sheet.dot(new Color(255, 190, 60, 90), eye, 855, 62).dot(new Color(0xffd45a), eye, 855, 40);
            sheet.dot(new Color(0xe8641c), eye, 855, 26).fill(DARK, new Ellipse2D.Double(eye - 6, 833, 12, 44));
        }
        sheet.fill(DARK, new Arc2D.Double(515, 880, 200, 90, 180, 180, Arc2D.CHORD));
        for (int tooth = 0; tooth < 6; tooth++) {
            double x = 532 + tooth * 29;
            sheet.fill(CREAM, triangle(x, 925, x + 22, 925, x + 11, 950));
        }
    }
}
