package org.lectern.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of Liberation Sans, which PDFBox brings along: text is drawn as shapes, so that it looks the same on
 * a machine without fonts.
 */
final class Typeface {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;

    Typeface() {
        try (InputStream file = open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface in PDFBox cannot be read", e);
        }
    }

    /** The file itself, for those who embed it. */
    static InputStream open() {
        return Typeface.class.getResourceAsStream(FILE);
    }

    /**
     * A line of text.
     *
     * @param size of the em square
     * @param tracking added after each letter, in em
     * @param slant 0 is upright, 0.2 a fair italic
     * @return with the start of its base line at 0, 0
     */
    Shape line(String text, double size, double tracking, double slant) {
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int letter : text.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(letter);
            outline(glyph, line, new AffineTransform(unit, 0, slant * unit, -unit, x, 0));
            x += advance(glyph) + tracking;
        }
        return AffineTransform.getScaleInstance(size, size).createTransformedShape(line);
    }

    /** How far a line of text reaches, without the space after its last letter. */
    double width(String text, double size, double tracking) {
        double width = 0;
        for (int letter : text.codePoints().toArray()) {
            width += advance(glyphs.getGlyphId(letter)) + tracking;
        }
        return (width - tracking) * size;
    }

    private void outline(int glyph, Path2D line, AffineTransform place) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                line.append(data.getPath().getPathIterator(place), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glyph " + glyph + " cannot be read", e);
        }
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException("the width of glyph " + glyph + " cannot be read", e);
        }
    }

    /** The letter grown to fill a box, for initials. */
    Shape initial(String letter, Rectangle2D box) {
        Shape drawn = line(letter, 100, 0, 0);
        Rectangle2D bounds = drawn.getBounds2D();
        double scale = Math.min(box.getWidth() / bounds.getWidth(), box.getHeight() / bounds.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return place.createTransformedShape(drawn);
    }
}
