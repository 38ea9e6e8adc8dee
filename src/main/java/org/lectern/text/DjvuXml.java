package org.lectern.text;

import java.util.Optional;

/** The Internet Archive's form of DjVu's hidden text. For one file. */
final class DjvuXml {

    private final Markup markup;
    private final Pages pages;
    private final StringBuilder word = new StringBuilder();
    private PageDraft page = new PageDraft();
    private Optional<Edges> box = Optional.empty();
    private boolean inPage;
    private boolean inWord;

    DjvuXml(Markup markup, Pages pages) {
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
        pages.end("an OBJECT for each");
    }

    private void text() {
        if (inWord) {
            markup.textInto(word);
        }
    }

    private void start(String name) {
        switch (name) {
            case "OBJECT" -> startPage();
            case "PAGECOLUMN", "REGION" -> page.block();
            case "PARAGRAPH" -> page.paragraph();
            case "LINE" -> page.line(coords(), Optional.empty());
            case "WORD" -> startWord();
            default -> { }
        }
    }

    private void startPage() {
        inPage = true;
        page = new PageDraft();
        page.space(Numbers.of(markup.attribute("width")), Numbers.of(markup.attribute("height")));
    }

    private void startWord() {
        inWord = inPage;
        word.setLength(0);
        box = coords();
    }

    /** Left, bottom, right, top, and perhaps the baseline; some programs put the top first. */
    private Optional<Edges> coords() {
        return markup.attribute("coords").map(text -> Numbers.list(text, 4))
                .flatMap(at -> Edges.between(at[0], at[1], at[2], at[3]));
    }

    private void end(String name) {
        switch (name) {
            case "WORD" -> endWord();
            case "LINE" -> page.endLine();
            case "OBJECT" -> endPage();
            default -> { }
        }
    }

    private void endWord() {
        if (inWord) {
            page.word(word, box);
        }
        inWord = false;
    }

    private void endPage() {
        if (inPage) {
            pages.add(page.finish());
        }
        inPage = false;
    }
}
