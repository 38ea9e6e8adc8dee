package org.lectern.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** PRImA's PAGE, with points as a list or as elements. For one file. */
final class PageXml {

    private final Markup markup;
    private final Pages pages;
    private final Deque<PageXmlPart> open = new ArrayDeque<>();
    private final StringBuilder unicode = new StringBuilder();
    private ReadingOrder order = new ReadingOrder();
    private PageDraft page = new PageDraft();
    private boolean inCoords;
    private boolean inUnicode;
    private double index;

    PageXml(Markup markup, Pages pages) {
        this.markup = markup;
        this.pages = pages;
    }

    /** Hands over all pages. */
    void read() {
        for (var token = markup.next(); token != Markup.Token.EOF && !pages.isEnough(); token = markup.next()) {
            switch (token) {
                case START -> start(markup.name());
                case END -> end(markup.name());
                default -> text();
            }
        }
        pages.end("a Page");
    }

    private void text() {
        if (inUnicode) {
            markup.textInto(unicode);
        }
    }

    private void start(String name) {
        switch (name) {
            case "Page" -> startPage();
            case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed" ->
                    order.startGroup(Numbers.of(markup.attribute("index")));
            case "RegionRefIndexed", "RegionRef" -> order.add(
                    Numbers.of(markup.attribute("index")), markup.attribute("regionRef").orElse(""));
            case "TextRegion", "TextLine", "Word", "Glyph" -> startPart(name);
            case "Coords" -> startCoords();
            case "Point" -> point();
            case "TextEquiv" -> index = Numbers.of(markup.attribute("index"));
            case "Unicode" -> startUnicode();
            default -> { }
        }
    }

    private void startPage() {
        page = new PageDraft();
        order = new ReadingOrder();
        open.clear();
        page.space(Numbers.of(markup.attribute("imageWidth")), Numbers.of(markup.attribute("imageHeight")));
        open.push(new PageXmlPart("Page", "", language()));
    }

    private void startPart(String name) {
        if (open.isEmpty()) {
            return;
        }
        String id = markup.attribute("id").orElse("");
        var part = new PageXmlPart(name, id, language().or(() -> open.peek().language()));
        open.push(part);
        if (name.equals("TextRegion")) {
            page.block(id);
        } else if (name.equals("TextLine")) {
            page.line(Optional.empty(), part.language());
        }
    }

    private Optional<String> language() {
        return markup.attribute("primaryLanguage").or(() -> markup.attribute("language"));
    }

    private void startCoords() {
        inCoords = true;
        if (!open.isEmpty()) {
            open.peek().points(markup.attribute("points").orElse(""));
        }
    }

    private void point() {
        if (inCoords && !open.isEmpty()) {
            open.peek().point(Numbers.of(markup.attribute("x")), Numbers.of(markup.attribute("y")));
        }
    }

    private void startUnicode() {
        inUnicode = true;
        unicode.setLength(0);
    }

    private void end(String name) {
        switch (name) {
            case "Coords" -> inCoords = false;
            case "Unicode" -> endUnicode();
            case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed" -> order.endGroup();
            case "TextRegion", "TextLine", "Word", "Glyph" -> endPart(name);
            case "Page" -> endPage();
            default -> { }
        }
    }

    private void endUnicode() {
        inUnicode = false;
        if (!open.isEmpty()) {
            open.peek().text(index, unicode);
        }
        index = Double.NaN;
    }

    private void endPart(String name) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            return;
        }
        PageXmlPart part = open.pop();
        page.reach(part.box());
        switch (name) {
            case "Glyph" -> open.peek().append(part.text());
            case "Word" -> endWord(part);
            case "TextLine" -> endLine(part);
            default -> endRegion(part);
        }
    }

    /** A word whose own text is missing has that of its glyphs. */
    private void endWord(PageXmlPart word) {
        String text = Wording.clean(word.text().isEmpty() ? word.inner() : word.text());
        boolean isFirst = !page.lineHasWords();
        page.word(text, word.box());
        PageXmlPart around = open.peek();
        around.hasText(!text.isEmpty());
        if (isFirst && around.language().isEmpty()) {
            word.language().ifPresent(around::language);
        }
    }

    private void endLine(PageXmlPart line) {
        if (page.lineHasWords()) {
            page.lineIs(line.box(), line.language());
        } else {
            page.line(line.box(), line.language());
            page.words(line.text(), line.box());
        }
        open.peek().hasText(page.lineHasWords());
        page.endLine();
    }

    /** Of a region of which only the text is known, each row of it is a line. */
    private void endRegion(PageXmlPart region) {
        if (!region.hasText()) {
            List<String> rows = region.text().lines().filter(row -> !row.isBlank()).toList();
            for (int i = 0; i < rows.size(); i++) {
                double from = i / (double) rows.size();
                double to = (i + 1) / (double) rows.size();
                Optional<Edges> box = region.box().map(edges -> edges.down(from, to));
                page.line(box, region.language());
                page.words(rows.get(i), box);
            }
        }
        page.endLine();
        open.peek().hasText(region.hasText() || !region.text().isBlank());
        page.block(open.peek().id());
    }

    private void endPage() {
        if (!open.isEmpty()) {
            pages.add(page.finish(order.regions()));
        }
        open.clear();
    }
}
