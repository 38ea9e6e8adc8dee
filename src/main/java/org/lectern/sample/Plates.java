package org.lectern.sample;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** Four plates of curves: a folder of page images, two as JPEG and two as PNG, with an {@code item.json}. */
final class Plates {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;
    private static final Color PAPER = new Color(0xfaf5e9);
    private static final Color INK = new Color(0x21304a);
    private static final Color RED = new Color(0xb03a2e);
    private static final double MIDDLE = WIDTH / 2.0;

    private static final String ITEM = """
            {
              "label": "Four curves",
              "summary": "Plates of curves that a short rule draws.",
              "metadata": [
                {"label": "Maker", "value": "Drawn by Lectern's own code while it was built"},
                {"label": "Medium", "value": ["Lines", "Dots"]}
              ],
              "rights": "http://creativecommons.org/publicdomain/zero/1.0/",
              "viewingDirection": "left-to-right",
              "behavior": ["individuals"]
            }
            """;

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("item.json"), ITEM);
        PictureFiles.png(harmonograph().finish(), folder.resolve("plate 1.png"));
        PictureFiles.jpeg(sunflower().finish(), 0.85f, folder.resolve("plate 2.jpg"));
        PictureFiles.png(dragon().finish(), folder.resolve("plate 3.png"));
        PictureFiles.jpeg(roses().finish(), 0.85f, folder.resolve("plate 10.jpg"));
    }

    private static Sheet plate(String number, String name, String rule) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, PAPER).frame(INK, 3, 40).frame(INK, 1, 52);
        sheet.text("PLATE " + number, MIDDLE, 118, new Type(26, RED).spaced(0.3), Align.MIDDLE);
        sheet.text(name, MIDDLE, HEIGHT - 140, new Type(46, INK).spaced(0.03), Align.MIDDLE);
        return sheet.text(rule, MIDDLE, HEIGHT - 92, new Type(23, INK).italic(), Align.MIDDLE);
    }

    /** Two pendulums that slowly come to rest. */
    private static Sheet harmonograph() {
        Sheet sheet = plate("I", "Harmonograph", "two pendulums, 2 : 3, coming to rest");
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= 12000; i++) {
            double time = i * 0.02;
            double fade = Math.exp(-time * 0.0085);
            double x = MIDDLE + 205 * fade * (Math.sin(2.003 * time) + Math.sin(3 * time + 1.5));
            double y = 640 + 240 * fade * (Math.sin(3 * time) + Math.sin(2 * time + 0.6));
            point(path, x, y);
        }
        return sheet.line(INK, 0.9, path);
    }

    /** Each seed stands a golden angle on from the last. */
    private static Sheet sunflower() {
        Sheet sheet = plate("II", "Sunflower", "each seed 137.5 degrees on from the last");
        for (int seed = 1; seed < 900; seed++) {
            double distance = 13.4 * Math.sqrt(seed);
            double angle = seed * Math.PI * (3 - Math.sqrt(5));
            double share = seed / 900.0;
            Color colour = new Color((int) (120 + 100 * share), (int) (60 + 110 * share), (int) (30 + 20 * share));
            sheet.dot(colour, MIDDLE + distance * Math.cos(angle), 640 + distance * Math.sin(angle), 3 + 5.4 * share);
        }
        return sheet;
    }

    /** A strip of paper folded thirteen times and opened to right angles. */
    private static Sheet dragon() {
        Sheet sheet = plate("III", "Dragon", "a strip of paper folded thirteen times, opened to right angles");
        Path2D path = new Path2D.Double();
        double x = 0;
        double y = 0;
        int heading = 0;
        point(path, x, y);
        for (int fold = 1; fold < 1 << 13; fold++) {
            double nextX = x + Math.cos(heading * Math.PI / 2);
            double nextY = y + Math.sin(heading * Math.PI / 2);
            path.quadTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
            x = nextX;
            y = nextY;
            heading += ((fold & -fold) << 1 & fold) != 0 ? 3 : 1;
        }
        return sheet.line(RED, 1.7, fitted(path));
    }

    /** Roses with petals from two to seven, one in another. */
    private static Sheet roses() {
        Sheet sheet = plate("IV", "Roses", "r = cos kθ, for k from 2 to 7");
        for (int petals = 7; petals >= 2; petals--) {
            Path2D path = new Path2D.Double();
            double size = 60 + petals * 52;
            for (int i = 0; i <= 1440; i++) {
                double angle = i * Math.PI / 720;
                double distance = size * Math.cos(petals * angle);
                point(path, MIDDLE + distance * Math.cos(angle), 640 + distance * Math.sin(angle));
            }
            Color line = petals % 2 == 0 ? INK : RED;
            sheet.fill(new Color(line.getRed(), line.getGreen(), line.getBlue(), 16), path).line(line, 1.6, path);
        }
        return sheet;
    }

    /** The curve, as large as the plate has room for. */
    private static Shape fitted(Path2D path) {
        Rectangle2D bounds = path.getBounds2D();
        AffineTransform place = AffineTransform.getTranslateInstance(MIDDLE, 660);
        double scale = Math.min(780 / bounds.getWidth(), 940 / bounds.getHeight());
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return place.createTransformedShape(path);
    }

    private static void point(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
