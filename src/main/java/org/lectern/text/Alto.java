package org.lectern.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lectern.text.DraftWord.Half;

/**
 * ALTO of any version. Whatever the unit of measurement, that of the page is that of its words, so the page is the
 * space. For one file.
 */
final class Alto {

    private final Markup markup;
    private final Pages pages;
    private final List<String> order = new ArrayList<>();
    private final Deque<Optional<String>> languages = new ArrayDeque<>(); // of the open elements, inherited
    private PageDraft page = new PageDraft();
    private Optional<Edges> line = Optional.empty();
    private boolean inPage;

    Alto(Markup markup, Pages pages) {
        this.markup = markup;
        this.pages = pages;
    }

    /** Hands over all pages. */
    void read() {
        for (var token = markup.next(); token != Markup.Token.EOF && !pages.isEnough(); token = markup.next()) {
            switch (token) {
                case START -> start(markup.name());
                case END -> end(markup.name());
                default -> { } // all text is in attributes
            }
        }
        pages.end("a Page in its Layout");
    }

    private void start(String name) {
        Optional<String> outer = languages.isEmpty() ? Optional.empty() : languages.peek();
        languages.push(markup.attribute("LANG").or(() -> markup.attribute("language")).or(() -> outer));
        switch (name) {
            case "ElementRef" -> markup.attribute("REF").ifPresent(order::add);
            case "Page" -> startPage();
            case "PrintSpace", "TextBlock" -> startBlock();
            case "TextLine" -> startLine();
            case "String" -> word();
            case "HYP" -> page.hyphen();
            default -> { }
        }
    }

    private void startPage() {
        inPage = true;
        page = new PageDraft();
        page.space(Numbers.of(markup.attribute("WIDTH")), Numbers.of(markup.attribute("HEIGHT")));
    }

    private void startBlock() {
        page.block(markup.attribute("ID").orElse(""));
        page.reach(box());
    }

    private void startLine() {
        line = box();
        page.line(line, languages.peek());
    }

    private void word() {
        if (!inPage) {
            return;
        }
        Half half = switch (markup.attribute("SUBS_TYPE").orElse("")) {
            case "HypPart1" -> Half.HEAD;
            case "HypPart2" -> Half.TAIL;
            default -> Half.NONE;
        };
        Optional<String> subject =
                half == Half.NONE ? Optional.empty() : Hyphens.subject(markup.attribute("SUBS_CONTENT"));
        page.word(markup.attribute("CONTENT").orElse(""), box().or(() -> line), half, subject);
    }

    private Optional<Edges> box() {
        double x = Numbers.of(markup.attribute("HPOS"));
        double y = Numbers.of(markup.attribute("VPOS"));
        double width = Numbers.of(markup.attribute("WIDTH"));
        return Edges.between(x, y, x + width, y + Numbers.of(markup.attribute("HEIGHT")));
    }

    private void end(String name) {
        languages.pop();
        if (name.equals("TextLine")) {
            page.endLine();
            line = Optional.empty();
        } else if (name.equals("Page") && inPage) {
            pages.add(page.finish(order));
            inPage = false;
        }
    }
}
