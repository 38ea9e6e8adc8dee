package org.lectern.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * The tags and texts of a file of XML or HTML, one after the other. One reader for both: files of hundreds of
 * megabytes go through a window, no token can be larger than that, a DOCTYPE is passed over with all that it
 * declares, so there is nothing to expand or to fetch, and names come without their prefix.
 *
 * <p>XML must be well-formed as to its tags. HTML need not: names come in small letters, values may stand without
 * marks, and a {@code <} that begins no tag is text, as recognition writes it. For one thread.
 */
final class Markup {

    /** What comes next. */
    enum Token { START, END, TEXT, EOF }

    private static final int DEPTH = 64;
    private static final int NEAR = 1 << 14; // how far the end of a thing is looked for that HTML may leave open
    private static final long IN_VAIN = 1 << 26; // how far in all

    private final CharWindow window;
    private final String file;
    private final boolean isHtml;
    private final Names names;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean hasBegun;
    private boolean endFollows; // of an element without content
    private boolean inCdata;
    private long lookedInVain;
    private String raw = ""; // the element of HTML whose content is not markup

    private String name = "";
    private int textFrom;
    private int textTo;
    private boolean textIsRaw;
    private final TagAttributes attributes;

    private Markup(Blob blob, boolean isHtml) {
        this.window = new CharWindow(Characters.of(blob), blob.name());
        this.file = blob.name();
        this.isHtml = isHtml;
        this.names = new Names(isHtml);
        this.attributes = new TagAttributes(names);
    }

    /** Reads XML. */
    static Markup xml(Blob blob) {
        return new Markup(blob, false);
    }

    /** Reads HTML, and XHTML as HTML. */
    static Markup html(Blob blob) {
        return new Markup(blob, true);
    }

    /** The name of the tag. */
    String name() {
        return name;
    }

    /** Whether the start tag closed itself; its end comes next. */
    boolean isEmpty() {
        return endFollows;
    }

    /** An attribute of the start tag. */
    Optional<String> attribute(String wanted) {
        return attributes.value(wanted, window.chars());
    }

    /** Appends the text; a long one comes in several pieces. */
    void textInto(StringBuilder into) {
        if (into.length() > CharWindow.MOST) {
            throw broken("has a text of more than " + CharWindow.MOST + " characters");
        }
        if (textIsRaw) {
            into.append(window.chars(), textFrom, textTo - textFrom);
        } else {
            Entities.decode(window.chars(), textFrom, textTo, into);
        }
    }

    /**
     * The next token; what the last one gave is gone.
     *
     * @throws IiifException.Broken when XML is not well-formed, or a tag has no end
     */
    Token next() {
        if (endFollows) {
            endFollows = false;
            return end();
        }
        while (window.hasMore()) {
            if (inCdata) {
                return cdata();
            }
            if (!raw.isEmpty()) {
                skipRaw();
            } else if (window.chars()[window.start()] != '<') {
                return text();
            } else {
                Optional<Token> token = markup();
                if (token.isPresent()) {
                    return token.get();
                }
            }
        }
        return atEnd();
    }

    private Token atEnd() {
        if (!isHtml && (!hasBegun || !open.isEmpty())) {
            throw broken(hasBegun ? "ends before '" + open.peek() + "' does" : "holds no element");
        }
        return Token.EOF;
    }

    /** Text up to the next tag, without a reference that the window cuts. */
    private Token text() {
        int to = 1;
        while (true) {
            char[] chars = window.chars();
            int first = window.start();
            int near = window.end() - first;
            while (to < near && chars[first + to] != '<') {
                to++;
            }
            if (to < near) {
                return textOf(to, to, false);
            }
            if (to > Entities.LONGEST || !window.more()) {
                int whole = to > Entities.LONGEST ? beforeReference(to) : to;
                return textOf(whole, whole, false);
            }
        }
    }

    private int beforeReference(int to) {
        for (int i = to - 1; i > to - Entities.LONGEST; i--) {
            if (window.chars()[window.start() + i] == '&') {
                return i;
            }
        }
        return to;
    }

    private Token textOf(int length, int taken, boolean isRaw) {
        textFrom = window.start();
        textTo = textFrom + length;
        textIsRaw = isRaw;
        window.take(textFrom + taken);
        return Token.TEXT;
    }

    private Token cdata() {
        int at = window.find("]]>", 0, NEAR);
        if (at >= 0) {
            inCdata = false;
            return textOf(at, at + 3, true);
        }
        if (!window.has(NEAR)) {
            throw broken("has a CDATA section without end");
        }
        return textOf(NEAR, NEAR, true);
    }

    private void skipRaw() {
        String end = "</" + raw;
        raw = "";
        while (window.skipPast("<")) {
            window.take(window.start() - 1);
            if (window.has(end.length()) && isNext(end)) {
                return;
            }
            window.take(window.start() + 1);
        }
    }

    private boolean isNext(String text) {
        return text.equalsIgnoreCase(new String(window.chars(), window.start(), text.length()));
    }

    /** What begins with {@code <}: a token, or nothing when it was passed over. */
    private Optional<Token> markup() {
        char second = window.has(2) ? window.chars()[window.start() + 1] : ' ';
        char third = window.has(3) ? window.chars()[window.start() + 2] : ' ';
        if (isNameStart(second) || second == '/' && isNameStart(third)) {
            int length = tagLength();
            return length == 0 ? stray() : Optional.of(second == '/' ? endTag(length) : startTag(length));
        }
        if (window.startsWith("<!--")) {
            return passOver("-->");
        }
        if (window.startsWith("<![CDATA[")) {
            return beginCdata();
        }
        if (second == '?' && isNameStart(third)) {
            return passOver(isHtml ? ">" : "?>");
        }
        return second == '!' && isNameStart(third) ? doctype() : stray();
    }

    /** A {@code <} as recognition writes it into HTML. */
    private Optional<Token> stray() {
        if (!isHtml) {
            throw broken("has a '<' that begins no tag");
        }
        return Optional.of(text());
    }

    private Optional<Token> passOver(String end) {
        if (!isNear(end)) {
            return stray();
        }
        window.take(window.start() + 2);
        if (!window.skipPast(end)) {
            throw broken("has no '" + end + "' where one is due");
        }
        return Optional.empty();
    }

    private Optional<Token> beginCdata() {
        if (!isNear("]]>")) {
            return stray();
        }
        window.take(window.start() + "<![CDATA[".length());
        inCdata = true;
        return Optional.empty();
    }

    private Optional<Token> doctype() {
        if (isHtml) {
            return passOver(">");
        }
        skipDoctype();
        return Optional.empty();
    }

    /** Whether HTML goes on with such an end; XML must. */
    private boolean isNear(String end) {
        boolean isNear = !isHtml || window.find(end, 2, NEAR) >= 0;
        if (!isNear) {
            lookInVain(NEAR);
        }
        return isNear;
    }

    private void lookInVain(int length) {
        lookedInVain += length;
        if (lookedInVain > IN_VAIN) {
            throw broken("leaves too much open");
        }
    }

    /** Up to the {@code >} that ends it, over all that stands in quotes, comments or brackets. */
    private void skipDoctype() {
        int depth = 0;
        char quote = 0;
        while (window.hasMore()) {
            char c = window.chars()[window.start()];
            if (quote == 0 && window.startsWith("<!--")) {
                window.skipPast("-->");
                continue;
            }
            window.take(window.start() + 1);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<' || c == '[') {
                depth++;
            } else if (c == ']' || c == '>') {
                depth--;
            }
            if (depth == 0 && c == '>' && quote == 0) {
                return;
            }
        }
    }

    private Token endTag(int length) {
        int from = window.start() + 2;
        char[] chars = window.chars();
        name = names.of(chars, from, TagAttributes.nameEnd(chars, from, window.start() + length - 1));
        window.take(window.start() + length);
        return end();
    }

    private Token end() {
        if (!isHtml && (open.isEmpty() || !open.pop().equals(name))) {
            throw broken("ends '" + name + "' where it is not open");
        }
        return Token.END;
    }

    private Token startTag(int length) {
        char[] chars = window.chars();
        int from = window.start() + 1;
        int to = window.start() + length - 1; // of the >
        int nameTo = TagAttributes.nameEnd(chars, from, to);
        name = names.of(chars, from, nameTo);
        endFollows = chars[to - 1] == '/';
        if (!attributes.read(chars, nameTo, endFollows ? to - 1 : to) && !isHtml) {
            throw broken("has an attribute of '" + name + "' without a value in quotation marks");
        }
        window.take(window.start() + length);
        hasBegun = true;
        if (!isHtml) {
            open.push(name);
            if (open.size() > DEPTH) {
                throw broken("is nested more than " + DEPTH + " deep");
            }
        } else if (!endFollows && (name.equals("script") || name.equals("style"))) {
            raw = name;
        }
        return Token.START;
    }

    /** How long the tag is, with its marks; 0 when it is none, which only HTML may hold. */
    private int tagLength() {
        char quote = 0;
        int i = 1;
        do {
            char[] chars = window.chars();
            int first = window.start();
            int near = window.end() - first;
            for (; i < near; i++) {
                char c = chars[first + i];
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '>') {
                    return i + 1;
                } else if (c == '<') {
                    return noTag(i);
                } else if ((c == '"' || c == '\'') && isValue(i)) {
                    quote = c;
                }
            }
        } while (!(isHtml && i > NEAR) && window.more());
        return noTag(i);
    }

    private int noTag(int lookedAt) {
        if (!isHtml) {
            throw broken("has a tag without end");
        }
        lookInVain(lookedAt);
        return 0;
    }

    /** In HTML a quotation mark counts only where a value begins. */
    private boolean isValue(int at) {
        int i = window.start() + at - 1;
        while (window.chars()[i] <= ' ') {
            i--;
        }
        return !isHtml || window.chars()[i] == '=';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0xc0;
    }

    private IiifException.Broken broken(String what) {
        return new IiifException.Broken("'" + file + "' " + what + "; it cannot be read as "
                + (isHtml ? "HTML." : "XML."));
    }
}
