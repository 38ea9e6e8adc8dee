package org.lectern.pdf;

import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The glyphs of one word, in the order in which they are shown. */
final class GlyphWord {

    private final List<Glyph> glyphs = new ArrayList<>();

    void add(Glyph glyph) {
        glyphs.add(glyph);
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }

    Glyph first() {
        return glyphs.get(0);
    }

    Rectangle2D box() {
        Rectangle2D box = (Rectangle2D) first().box().clone();
        glyphs.forEach(glyph -> box.add(glyph.box()));
        return box;
    }

    /** Its text in the order in which it is read, ligatures and forms for places in a word taken apart. */
    String text() {
        var text = new StringBuilder();
        logical(glyphs, Glyph::isRightToLeft, runsRight(first(), glyphs.get(glyphs.size() - 1)))
                .forEach(glyph -> text.append(glyph.text()));
        return plain(text.toString());
    }

    private boolean isRightToLeft() {
        return isMostly(glyphs, Glyph::isRightToLeft);
    }

    /** The words of a line in the order in which they are read. */
    static List<GlyphWord> inReadingOrder(List<GlyphWord> words) {
        boolean runsRight = runsRight(words.get(0).first(), words.get(words.size() - 1).first());
        return logical(words, GlyphWord::isRightToLeft, runsRight);
    }

    private static boolean runsRight(Glyph first, Glyph last) {
        return first.along(last.from()) > 0;
    }

    /** What is read from the right but was shown from the left is turned round, save what in it runs the other way. */
    private static <T> List<T> logical(List<T> shown, Predicate<T> isRightToLeft, boolean runsRight) {
        if (!runsRight || !isMostly(shown, isRightToLeft)) {
            return shown;
        }
        List<T> logical = new ArrayList<>(shown);
        Collections.reverse(logical);
        for (int from = 0; from < logical.size(); from++) {
            int to = from;
            while (to < logical.size() && !isRightToLeft.test(logical.get(to))) {
                to++;
            }
            Collections.reverse(logical.subList(from, to));
            from = to;
        }
        return logical;
    }

    private static <T> boolean isMostly(List<T> shown, Predicate<T> isRightToLeft) {
        return shown.stream().filter(isRightToLeft).count() * 2 > shown.size();
    }

    private static String plain(String text) {
        boolean hasForms = text.chars().anyMatch(c -> c >= 0xfb00 && c <= 0xfdff || c >= 0xfe70 && c <= 0xfeff);
        return hasForms ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }
}
