package org.lectern.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.text.PageDraft;
import org.lectern.text.PageText;

/**
 * Groups characters into words and lines, in the order in which the page shows them: that of reading in nearly every
 * file, and always in one that recognition made. For one page.
 */
final class GlyphLines {

    private static final int LINE_AT_MOST = 10_000; // characters
    private static final double WORD_GAP = 0.15; // of an em
    private static final double OVERLAP = 0.6;
    private static final double LINE_GAP = 4;
    private static final double BACK = 1.5;
    private static final double BESIDE = 0.5; // of an em's height
    private static final double PARAGRAPH_GAP = 1.9;
    private static final double BLOCK_GAP = 3;
    private static final double SAME = 0.2;
    private static final double SAME_LETTER = 0.1;

    private final PageDraft page = new PageDraft();
    private final Rectangle2D whole;
    private final List<GlyphWord> words = new ArrayList<>(); // of the open line
    private GlyphWord word = new GlyphWord(); // the open one
    private Optional<Glyph> last = Optional.empty();
    private Optional<Glyph> first = Optional.empty(); // of the line before
    private String written = ""; // the line before
    private int inLine;
    private boolean isApart; // a space came after the last glyph

    GlyphLines(Dimensions size) {
        whole = new Rectangle2D.Double(0, 0, size.width(), size.height());
        page.space(size.width(), size.height());
    }

    /** The next character. */
    void add(Glyph glyph) {
        if (!Double.isFinite(glyph.box().getX() + glyph.box().getY() + glyph.em() + glyph.height())) {
            return;
        }
        if (glyph.isBlank()) {
            isApart = true;
            return;
        }
        if (last.isPresent() && isAgain(last.get(), glyph)) {
            return;
        }
        if (last.isPresent()) {
            follow(last.get(), glyph);
        }
        isApart = false;
        last = Optional.of(glyph);
        word.add(glyph);
        inLine++;
    }

    private void follow(Glyph before, Glyph glyph) {
        double gap = gap(before, glyph);
        double em = Math.max(before.em(), glyph.em());
        double beside = Math.abs(before.across(glyph.from()));
        boolean isNewLine = !before.isParallel(glyph) || inLine >= LINE_AT_MOST
                || beside > BESIDE * Math.max(before.height(), glyph.height()) || Math.abs(gap) > LINE_GAP * em
                || gap < -BACK * em && !mayRunLeft(before, glyph);
        if (isNewLine) {
            endLine();
        } else if (isApart || gap > WORD_GAP * em || gap < -OVERLAP * em) {
            endWord();
        }
    }

    /** The space between two glyphs; where letters run to the left the pen may do so, too. */
    private static double gap(Glyph before, Glyph glyph) {
        double forward = before.along(glyph.from()) - before.length();
        double backward = -before.along(glyph.to());
        return mayRunLeft(before, glyph) && Math.abs(backward) < Math.abs(forward) ? backward : forward;
    }

    private static boolean mayRunLeft(Glyph before, Glyph glyph) {
        return before.isRightToLeft() || glyph.isRightToLeft();
    }

    /** Whether a letter is shown twice, a little beside, to look bold. */
    private static boolean isAgain(Glyph before, Glyph glyph) {
        return before.text().equals(glyph.text()) && before.from().distance(glyph.from()) < SAME_LETTER * glyph.em();
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word);
        }
        word = new GlyphWord();
    }

    private void endLine() {
        endWord();
        List<GlyphWord> shown = words.stream().filter(each -> each.box().intersects(whole)).toList();
        if (!shown.isEmpty()) {
            write(GlyphWord.inReadingOrder(shown));
        }
        words.clear();
        inLine = 0;
    }

    private void write(List<GlyphWord> shown) {
        Glyph start = shown.get(0).first();
        String text = String.join(" ", shown.stream().map(GlyphWord::text).toList());
        if (first.isPresent() && isAgain(first.get(), start, text)) {
            return;
        }
        first.ifPresent(before -> part(before, start));
        page.line();
        for (GlyphWord each : shown) {
            Rectangle2D box = each.box();
            page.word(each.text(), box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }
        page.endLine();
        first = Optional.of(start);
        written = text;
    }

    /** Whether a line is shown twice, a little beside, to look bold. */
    private boolean isAgain(Glyph before, Glyph start, String text) {
        return text.equals(written) && before.from().distance(start.from()) < SAME * before.em();
    }

    private void part(Glyph before, Glyph start) {
        double down = before.across(start.from()) / Math.max(before.height(), start.height());
        if (!before.isParallel(start) || down < 0 || down > BLOCK_GAP) {
            page.block();
        } else if (down > PARAGRAPH_GAP) {
            page.paragraph();
        }
    }

    /** The page; nothing comes after. */
    PageText finish() {
        endLine();
        return page.finish();
    }
}
