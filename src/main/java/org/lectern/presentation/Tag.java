package org.lectern.presentation;

import java.util.Locale;
import java.util.Set;

/**
 * What stands at a {@code <} of a text.
 *
 * @param name in lower case; empty when it is no tag
 * @param closing whether it is an end tag
 * @param attributes the text behind the name
 * @param end index behind its {@code >}; {@link #UNFINISHED} when that is missing; the index behind
 *     {@code <} when it is no tag
 */
record Tag(String name, boolean closing, String attributes, int end) {

    static final int UNFINISHED = -1;

    private static final int LONGEST_NAME = 16;

    private static final Set<String> KNOWN = Set.of(
            "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "base", "basefont", "bdi", "bdo",
            "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
            "colgroup", "dd", "del", "details", "dfn", "dir", "div", "dl", "dt", "em", "embed", "fieldset",
            "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
            "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "li",
            "link", "main", "map", "mark", "math", "meta", "nav", "nobr", "noembed", "noframes", "noscript",
            "object", "ol", "option", "p", "picture", "pre", "q", "s", "samp", "script", "section", "select",
            "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table",
            "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul",
            "var", "video", "wbr", "xmp");

    private static final Set<String> SILENT = Set.of(
            "audio", "canvas", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
            "select", "style", "svg", "template", "textarea", "title", "video", "xmp");

    private static final Set<String> BLOCKS = Set.of(
            "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dt", "fieldset", "figure",
            "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "p", "pre", "section", "tr");

    /** Reads what stands at the {@code <} at an index; comments and declarations have the name {@code !}. */
    static Tag at(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return skipped(text.indexOf("-->", at + 4), 3);
        }
        int from = at + 1;
        if (from < text.length() && (text.charAt(from) == '!' || text.charAt(from) == '?')) {
            return skipped(text.indexOf('>', from), 1);
        }
        boolean closing = from < text.length() && text.charAt(from) == '/';
        int start = closing ? from + 1 : from;
        int stop = start;
        while (stop < text.length() && stop - start <= LONGEST_NAME && isNamePart(text.charAt(stop))) {
            stop++;
        }
        String name = text.substring(start, stop).toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            return new Tag("", false, "", from);
        }
        int close = closeOf(text, stop);
        return close < 0
                ? new Tag(name, closing, "", UNFINISHED)
                : new Tag(name, closing, text.substring(stop, close), close + 1);
    }

    private static Tag skipped(int found, int length) {
        return new Tag("!", false, "", found < 0 ? UNFINISHED : found + length);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The next {@code >} that stands in no quoted value. */
    private static int closeOf(String text, int from) {
        char quote = 0;
        char before = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '>') {
                return i;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (before == '=' && (c == '"' || c == '\'')) {
                quote = c;
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return -1;
    }

    /** Whether HTML knows it. */
    boolean isKnown() {
        return !name.isEmpty() && !name.equals("!");
    }

    /** Whether its content is no text for readers. */
    boolean isSilent() {
        return SILENT.contains(name);
    }

    /** Whether what follows it begins a new line. */
    boolean isBlock() {
        return BLOCKS.contains(name);
    }

    /** The tag of IIIF that says the same. */
    String allowedName() {
        return switch (name) {
            case "em", "cite", "dfn", "var" -> "i";
            case "strong" -> "b";
            default -> name;
        };
    }
}
