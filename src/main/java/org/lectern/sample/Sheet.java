package org.lectern.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sheet to draw and set type on. Units: pixels, origin top left, y of text is its base line. */
final class Sheet {

    /**
     * How a line of text looks.
     *
     * @param size of the em square in pixels
     * @param tracking after each letter, in em
     * @param slant 0 is upright
     * @param weight of a stroke round each letter, in em: 0 is the typeface's own
     * @param ink its colour
     */
    record Type(double size, double tracking, double slant, double weight, Color ink) {

        Type(double size, Color ink) {
            this(size, 0, 0, 0, ink);
        }

        Type italic() {
            return new Type(size, tracking, 0.2, weight, ink);
        }

        Type bold() {
            return new Type(size, tracking, slant, 0.035, ink);
        }

        Type spaced(double em) {
            return new Type(size, em, slant, weight, ink);
        }
    }

    /** Where a line of text stands to its x. */
    enum Align {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    private static final Typeface FACE = new Typeface();
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final BufferedImage image;
    private final Graphics2D pen;
    private final List<List<Print.Word>> lines = new ArrayList<>();

    /** A sheet of one colour. */
    Sheet(int width, int height, Color paper) {
        this(width, height, BufferedImage.TYPE_3BYTE_BGR);
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
    }

    private Sheet(int width, int height, int type) {
        image = new BufferedImage(width, height, type);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** A sheet one can see through. */
    static Sheet clear(int width, int height) {
        return new Sheet(width, height, BufferedImage.TYPE_4BYTE_ABGR);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** For what the methods below do not say. */
    Graphics2D pen() {
        return pen;
    }

    /** What has been drawn; the sheet must not be used after. */
    BufferedImage finish() {
        pen.dispose();
        return image;
    }

    /** What has been drawn and set; the sheet must not be used after. */
    Print print() {
        return new Print(finish(), lines);
    }

    Sheet fill(Color colour, Shape shape) {
        pen.setColor(colour);
        pen.fill(shape);
        return this;
    }

    Sheet line(Color colour, double width, Shape shape) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
        return this;
    }

    Sheet rule(Color colour, double width, double x1, double y1, double x2, double y2) {
        return line(colour, width, new Line2D.Double(x1, y1, x2, y2));
    }

    Sheet frame(Color colour, double width, double inset) {
        return line(colour, width, new Rectangle2D.Double(inset, inset, width() - 2 * inset, height() - 2 * inset));
    }

    Sheet dot(Color colour, double x, double y, double radius) {
        return fill(colour, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    Sheet text(String text, double x, double y, Type type, Align align) {
        double start = x - align.share * FACE.width(text, type.size, type.tracking);
        Shape line = FACE.line(text, type.size, type.tracking, type.slant);
        lines.add(words(text, start, y, type));
        Shape placed = AffineTransform.getTranslateInstance(start, y).createTransformedShape(line);
        fill(type.ink, placed);
        return type.weight > 0 ? line(type.ink, type.weight * type.size, placed) : this;
    }

    private static List<Print.Word> words(String text, double start, double y, Type type) {
        List<Print.Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            double before = FACE.width(text.substring(0, word.start()) + "|", type.size, type.tracking)
                    - FACE.width("|", type.size, type.tracking);
            Shape line = FACE.line(word.group(), type.size, type.tracking, type.slant);
            AffineTransform place = AffineTransform.getTranslateInstance(start + before, y);
            words.add(new Print.Word(word.group(), place.createTransformedShape(line).getBounds()));
        }
        return words;
    }

    Sheet initial(Color colour, String letter, Rectangle2D box) {
        return fill(colour, FACE.initial(letter, box));
    }
}
