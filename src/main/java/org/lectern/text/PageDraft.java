package org.lectern.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.text.DraftWord.Half;

/**
 * One page while it is read: gathers words in lines, counts blocks and paragraphs, and in the end puts divided
 * words together and boxes into the page. Every reader of a form ends in one. For one thread.
 */
public final class PageDraft {

    private static final int WORDS = 200_000;
    private static final int CHARACTERS = 8_000_000;
    private static final double LARGEST = 10_000_000; // a page of 200 metres at 1200 dots an inch

    private final List<DraftLine> lines = new ArrayList<>();
    private double width = Double.NaN;
    private double height = Double.NaN;
    private Optional<Edges> extent = Optional.empty();
    private Optional<DraftLine> open = Optional.empty();
    private String region = "";
    private boolean newBlock = true;
    private boolean newParagraph = true;
    private int block = -1;
    private int paragraph = -1;
    private int words;
    private long characters;

    /** Without a word. */
    public PageDraft() {
        // all begins empty
    }

    /** What the file says the page measures; NaN where it says nothing. */
    public void space(double pageWidth, double pageHeight) {
        width = pageWidth;
        height = pageHeight;
    }

    /** Something that lies on the page: it is at least so large. */
    void reach(Optional<Edges> edges) {
        extent = union(extent, edges);
    }

    /** A block begins, and with it a paragraph. */
    public void block() {
        block("");
    }

    /** A block begins, of a name by which the reading order may call it. */
    void block(String name) {
        endLine();
        region = name;
        newBlock = true;
    }

    /** A paragraph begins. */
    public void paragraph() {
        endLine();
        newParagraph = true;
    }

    /** A line begins; it counts when a word follows. */
    public void line() {
        line(Optional.empty(), Optional.empty());
    }

    /** A line begins of which the file says more. */
    void line(Optional<Edges> box, Optional<String> language) {
        endLine();
        open = Optional.of(new DraftLine(box, language, region, 0, 0, new ArrayList<>()));
    }

    /** What is known of the open line only after its words. */
    void lineIs(Optional<Edges> box, Optional<String> language) {
        open = open.map(line -> new DraftLine(box, language, region, 0, 0, line.words()));
    }

    /**
     * A word of the open line; or of a new one, when none is open. Nothing but space is no word.
     *
     * @param left of two opposite corners of its box, in any order
     * @throws IiifException.TooLarge when the page has more words than any sane page
     */
    public void word(CharSequence text, double left, double top, double right, double bottom) {
        word(text, Edges.between(left, top, right, bottom));
    }

    /** A word of the open line; or of a new one, when none is open. Nothing but space is no word. */
    void word(CharSequence text, Optional<Edges> box) {
        word(text, box, Half.NONE, Optional.empty());
    }

    /** A word of which the file says more. */
    void word(CharSequence text, Optional<Edges> box, Half half, Optional<String> subject) {
        String clean = Wording.clean(text);
        if (clean.chars().allMatch(c -> c == '\u00ad' || c == ' ')) {
            return;
        }
        count(clean.length() + subject.map(String::length).orElse(0));
        openLine().words().add(new DraftWord(clean, box, half, subject));
    }

    private void count(int length) {
        words++;
        characters += length;
        if (words > WORDS || characters > CHARACTERS) {
            throw new IiifException.TooLarge("A page of the text has more than " + WORDS + " words or " + CHARACTERS
                    + " characters.");
        }
    }

    private DraftLine openLine() {
        if (open.isEmpty()) {
            line(Optional.empty(), Optional.empty());
        }
        return open.orElseThrow();
    }

    /** A hyphen behind the last word that the file tells apart from it. */
    void hyphen() {
        List<DraftWord> inLine = open.map(DraftLine::words).orElse(List.of());
        if (!inLine.isEmpty()) {
            DraftWord last = inLine.remove(inLine.size() - 1);
            inLine.add(new DraftWord(Hyphens.withHyphen(last.text()), last.box(), Half.HEAD, last.subject()));
        }
    }

    /** The words of a line of which only the text is known; their boxes are shares of its box. */
    void words(CharSequence text, Optional<Edges> box) {
        String clean = Wording.clean(text);
        boolean rightToLeft = Wording.isRightToLeft(clean);
        double length = clean.length();
        for (int from = 0; from < clean.length(); ) {
            int space = clean.indexOf(' ', from);
            int to = space < 0 ? clean.length() : space;
            double start = from / length;
            word(clean.substring(from, to), box.map(edges -> edges.across(start, to / length, rightToLeft)));
            from = to + 1;
        }
    }

    /** Whether the open line has a word. */
    boolean lineHasWords() {
        return open.isPresent() && !open.get().words().isEmpty();
    }

    /** The open line ends. */
    public void endLine() {
        if (lineHasWords()) {
            add(open.orElseThrow());
        }
        open = Optional.empty();
    }

    private void add(DraftLine line) {
        paragraph += newBlock || newParagraph ? 1 : 0;
        block += newBlock ? 1 : 0;
        newBlock = false;
        newParagraph = false;
        lines.add(line.renumbered(block, paragraph));
        reach(line.box());
        line.words().forEach(word -> reach(word.box()));
    }

    private static Optional<Edges> union(Optional<Edges> a, Optional<Edges> b) {
        return a.isEmpty() || b.isEmpty() ? a.or(() -> b) : Optional.of(a.get().with(b.get()));
    }

    /** The page, its blocks in the order that the file writes them in. Ends the draft. */
    public PageText finish() {
        return finish(List.of());
    }

    /**
     * The page.
     *
     * @param order names of blocks, as they are to be read; those that are missing follow
     */
    PageText finish(List<String> order) {
        endLine();
        List<DraftLine> ordered = order.isEmpty() ? lines : inOrder(order);
        Hyphens.join(ordered);
        Dimensions space = new Dimensions(
                side(width, extent.map(Edges::right)), side(height, extent.map(Edges::bottom)));
        return new PageText(space, ordered.stream().map(line -> line.finish(space)).toList());
    }

    private List<DraftLine> inOrder(List<String> order) {
        Map<String, Integer> ranks = new HashMap<>();
        order.forEach(name -> ranks.putIfAbsent(name, ranks.size()));
        List<DraftLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(line -> ranks.getOrDefault(line.region(), Integer.MAX_VALUE)));
        return renumbered(sorted);
    }

    private static List<DraftLine> renumbered(List<DraftLine> sorted) {
        List<DraftLine> numbered = new ArrayList<>(sorted.size());
        int blocks = -1;
        int paragraphs = -1;
        for (int i = 0; i < sorted.size(); i++) {
            DraftLine line = sorted.get(i);
            blocks += i == 0 || line.block() != sorted.get(i - 1).block() ? 1 : 0;
            paragraphs += i == 0 || line.paragraph() != sorted.get(i - 1).paragraph() ? 1 : 0;
            numbered.add(line.renumbered(blocks, paragraphs));
        }
        return numbered;
    }

    /** What the file says, or what its boxes need; at least 1. */
    private static int side(double said, Optional<Double> needed) {
        double side = said >= 0.5 && said <= LARGEST ? Math.round(said) : Math.ceil(needed.orElse(1.0));
        return (int) Math.max(1, Math.min(LARGEST, side));
    }
}
