package org.lectern.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

/**
 * The words of a page as operators that draw nothing: they can be found, marked and copied where they are seen in the
 * picture. Small: a thousand pages of them are a few megabytes.
 *
 * @param space what the operators measure in
 * @param deflated the operators, compressed
 */
public record TextLayer(Dimensions space, byte[] deflated) {

    /** The name of the font in a page's resources. */
    static final String FONT = "T";

    private static final double ADVANCE = InvisibleFont.ADVANCE / 1000.0; // of every letter, in letter heights

    /** A code is one letter of 16 bits: what has more keeps its place alone. */
    private static final Pattern BEYOND = Pattern.compile("[\\x{10000}-\\x{10ffff}]");

    /** Of a page's words. */
    public static TextLayer of(PageText text) {
        StringBuilder operators = new StringBuilder("BT 3 Tr\n");
        text.lines().forEach(line -> write(line, text.space(), operators));
        operators.append("ET Q");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(PdfObjects.ascii(operators.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return new TextLayer(text.space(), bytes.toByteArray());
    }

    private static void write(Line line, Dimensions space, StringBuilder operators) {
        int height = line.box().height();
        operators.append('/').append(FONT).append(' ').append(height).append(" Tf\n");
        int foot = space.height() - line.box().y() - height;
        line.words().forEach(word -> write(word, height, foot, operators));
    }

    /** As wide as its box; what separates it from the next is not seen, but copied. */
    private static void write(Word word, int height, int foot, StringBuilder operators) {
        Rect box = word.box();
        String text = BEYOND.matcher(word.text()).replaceAll("\ufffd");
        double own = text.length() * ADVANCE * height;
        String codes = HexFormat.of().formatHex((text + " ").getBytes(StandardCharsets.UTF_16BE));
        operators.append(String.format(Locale.ROOT, "%.2f Tz 1 0 0 1 %d %d Tm <%s> Tj\n",
                100 * box.width() / own, box.x(), foot, codes));
    }
}
