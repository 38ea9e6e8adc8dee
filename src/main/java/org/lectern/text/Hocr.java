package org.lectern.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.lectern.core.IiifException;

/**
 * hOCR, in XHTML or in HTML that leaves tags open. A page lasts until the next one begins; a word, line, paragraph or
 * area until its end tag, the next of its kind, or the end of what it stands in. For one file.
 */
final class Hocr {

    private static final int DEPTH = 128;
    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link",
            "meta", "param", "source", "track", "wbr");
    private static final Set<String> BLOCKS = Set.of("html", "body", "div", "p", "td", "th", "tr", "table", "tbody",
            "ul", "ol", "li", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

    /** An element that has begun. */
    private record Open(String tag, Role role, Optional<Edges> box, Optional<String> language) {}

    private enum Role {
        PAGE, BLOCK, PARAGRAPH, LINE, WORD, CHARACTER, NONE;

        static Role of(String classes) {
            return Arrays.stream(classes.split("\\s")).map(Role::ofClass).filter(role -> role != NONE)
                    .findFirst().orElse(NONE);
        }

        private static Role ofClass(String name) {
            return switch (name) {
                case "ocr_page" -> PAGE;
                case "ocr_carea", "ocrx_block", "ocr_column" -> BLOCK;
                case "ocr_par" -> PARAGRAPH;
                case "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat" -> LINE;
                case "ocrx_word", "ocr_word" -> WORD;
                case "ocrx_cinfo", "ocr_cinfo" -> CHARACTER;
                default -> NONE;
            };
        }
    }

    private final Markup markup;
    private final Pages pages;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder lineText = new StringBuilder();
    private final StringBuilder wordText = new StringBuilder();
    private PageDraft page = new PageDraft();
    private boolean inPage;
    private boolean inLine;
    private boolean inWord;
    private boolean byCharacter; // the word's text stands in elements of one character each

    Hocr(Markup markup, Pages pages) {
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
        if (!pages.isEnough()) {
            endPage();
        }
        pages.end("an element of the class ocr_page");
    }

    private void text() {
        if (inWord) {
            markup.textInto(wordText);
        } else if (inLine) {
            markup.textInto(lineText);
        }
    }

    private void start(String tag) {
        if (VOID.contains(tag)) {
            return;
        }
        Role role = markup.attribute("class").map(Role::of).orElse(Role.NONE);
        if (role == Role.PAGE) {
            endPage();
            inPage = true;
        } else if (role != Role.NONE && role != Role.CHARACTER) {
            closeRole(role);
        } else if (BLOCKS.contains(tag)) {
            closeTag("p", Set.of("div", "td", "th", "body"));
        }
        push(tag, inPage ? role : Role.NONE);
    }

    private void push(String tag, Role role) {
        if (open.size() == DEPTH) {
            throw new IiifException.Broken("The hOCR is nested more than " + DEPTH + " deep.");
        }
        Optional<Edges> box =
                role == Role.NONE ? Optional.empty() : HocrTitle.box(markup.attribute("title").orElse(""));
        // The outermost elements are of no use: recognition calls its own German and Latin pages lang="en" there.
        Optional<String> outer = open.isEmpty() ? Optional.empty() : open.peek().language();
        Optional<String> language = inPage ? markup.attribute("lang").or(() -> outer) : Optional.empty();
        open.push(new Open(tag, role, box, language));
        enter(open.peek(), outer);
    }

    private void enter(Open element, Optional<String> outerLanguage) {
        switch (element.role()) {
            case PAGE -> element.box().ifPresent(box -> page.space(box.right(), box.bottom()));
            case BLOCK -> page.block();
            case PARAGRAPH -> page.paragraph();
            case LINE -> startLine(element);
            case WORD -> startWord(element, outerLanguage);
            case CHARACTER -> byCharacter = true;
            case NONE -> { }
        }
    }

    private void startLine(Open element) {
        page.line(element.box(), element.language());
        lineText.setLength(0);
        inLine = true;
    }

    /** A line whose language nothing tells has that of its first word. */
    private void startWord(Open element, Optional<String> outerLanguage) {
        wordText.setLength(0);
        inWord = true;
        byCharacter = false;
        if (outerLanguage.isEmpty() && element.language().isPresent() && !page.lineHasWords()) {
            page.lineIs(lineBox(), element.language());
        }
    }

    private Optional<Edges> lineBox() {
        return open.stream().filter(element -> element.role() == Role.LINE).findFirst().flatMap(Open::box);
    }

    private void end(String tag) {
        closeTag(tag, BLOCKS.contains(tag) ? Set.of() : BLOCKS);
    }

    /** Ends the innermost of these tags, and all in it; unless one of the others stands between. */
    private void closeTag(String tag, Set<String> between) {
        for (Open element : open) {
            if (element.tag().equals(tag)) {
                closeTo(element);
                return;
            }
            if (between.contains(element.tag())) {
                return;
            }
        }
    }

    private void closeRole(Role role) {
        open.stream().filter(element -> element.role() == role).findFirst().ifPresent(this::closeTo);
    }

    private void closeTo(Open last) {
        Open closed;
        do {
            closed = open.pop();
            leave(closed);
        } while (closed != last);
    }

    private void leave(Open element) {
        switch (element.role()) {
            case WORD -> endWord(element);
            case LINE -> endLine(element);
            case BLOCK, PARAGRAPH -> page.paragraph();
            case PAGE, CHARACTER, NONE -> { }
        }
    }

    private void endWord(Open word) {
        String text = byCharacter ? wordText.toString().replaceAll("\\s", "") : wordText.toString();
        page.word(text, word.box().or(this::lineBox));
        inWord = false;
    }

    /** Where recognition tells no words, those of the line's text share its box. */
    private void endLine(Open line) {
        if (inLine && !page.lineHasWords() && !Wording.clean(lineText).isEmpty()) {
            page.line(line.box(), line.language());
            page.words(lineText, line.box());
        }
        page.endLine();
        inLine = false;
    }

    private void endPage() {
        while (!open.isEmpty()) {
            leave(open.pop());
        }
        if (inPage) {
            pages.add(page.finish());
        }
        page = new PageDraft();
        inPage = false;
        inLine = false;
        inWord = false;
    }
}
