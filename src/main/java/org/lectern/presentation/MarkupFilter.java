package org.lectern.presentation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One pass over one HTML text; see {@link Markup}. For one thread, for one use. */
final class MarkupFilter {

    private static final int DEEPEST = 32;
    private static final int LONGEST_ATTRIBUTES = 4096;
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<![A-Za-z0-9:_-])([A-Za-z][A-Za-z0-9:_-]*+)\\s*+=\\s*+"
            + "(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    private static final Set<String> LINKS = Set.of("http", "https", "mailto");
    private static final Set<String> PICTURES = Set.of("http", "https");

    private final String html;
    private final Set<String> allowed;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int roots;

    MarkupFilter(String html, Set<String> allowed) {
        this.html = html;
        this.allowed = allowed;
    }

    /** Well-formed XML in one element, without surrounding white space; empty when nothing is left. */
    String filtered() {
        walk();
        String inner = out.toString().strip();
        boolean single = roots == 1 && inner.startsWith("<") && inner.endsWith(">");
        return inner.isEmpty() || single ? inner : "<span>" + inner + "</span>";
    }

    /** The text alone. */
    String text() {
        walk();
        return out.toString().strip();
    }

    private void walk() {
        int at = 0;
        while (at < html.length()) {
            int next = html.indexOf('<', at);
            text(html.substring(at, next < 0 ? html.length() : next));
            at = next < 0 ? html.length() : tag(next);
        }
        while (!open.isEmpty()) {
            close();
        }
    }

    /** Handles what stands at a {@code <}; returns the index to go on at. */
    private int tag(int at) {
        Tag tag = Tag.at(html, at);
        if (tag.end() == Tag.UNFINISHED) {
            text(html.substring(at));
            return html.length();
        }
        if (tag.name().isEmpty()) {
            text("<");
            return tag.end();
        }
        if (tag.isSilent()) {
            return tag.closing() ? tag.end() : behind(tag);
        }
        apply(tag);
        return tag.end();
    }

    /** The index behind the end tag of an element whose content is dropped. */
    private int behind(Tag tag) {
        Matcher end = Pattern.compile("</" + tag.name() + "\\b", Pattern.CASE_INSENSITIVE).matcher(html);
        int close = end.find(tag.end()) ? html.indexOf('>', end.end()) : -1;
        return close < 0 ? html.length() : close + 1;
    }

    private void apply(Tag tag) {
        String name = tag.allowedName();
        if (!allowed.contains(name)) {
            breakLine(tag);
        } else if (name.equals("br")) {
            empty("br", "");
        } else if (name.equals("img")) {
            picture(tag).ifPresent(attributes -> empty("img", attributes));
        } else if (tag.closing()) {
            closeUpTo(name);
        } else {
            open(tag, name);
        }
    }

    private void breakLine(Tag tag) {
        if (tag.isBlock() || tag.name().equals("hr") || tag.name().equals("br")) {
            if (!allowed.contains("br")) {
                out.append(' ');
            } else if (tag.closing() || tag.name().equals("hr")) {
                empty("br", "");
            }
        }
    }

    private void open(Tag tag, String name) {
        if (name.equals("p") || name.equals("a")) {
            closeUpTo(name);
        }
        Optional<String> attributes = name.equals("a") ? attribute(tag, "href", LINKS) : Optional.of("");
        if (open.size() == DEEPEST || attributes.isEmpty()) {
            return;
        }
        countRoot();
        out.append('<').append(name).append(attributes.get()).append('>');
        open.push(name);
    }

    /** Closes an element and all that is open in it; nothing when it is not open. */
    private void closeUpTo(String name) {
        if (!open.contains(name)) {
            return;
        }
        while (!open.peek().equals(name)) {
            close();
        }
        close();
    }

    private void close() {
        out.append("</").append(open.pop()).append('>');
    }

    private void empty(String name, String attributes) {
        countRoot();
        out.append('<').append(name).append(attributes).append("/>");
    }

    private void countRoot() {
        roots += open.isEmpty() ? 1 : 0;
    }

    private void text(String raw) {
        String text = Entities.decode(raw);
        if (allowed.isEmpty()) {
            out.append(text);
            return;
        }
        if (!text.isBlank()) {
            countRoot();
        }
        out.append(escape(text));
    }

    private static Optional<String> picture(Tag tag) {
        return attribute(tag, "src", PICTURES)
                .map(src -> src + value(tag, "alt").map(alt -> " alt=\"" + escape(alt) + "\"").orElse(""));
    }

    /** An attribute that holds an absolute URI of one of the schemes, ready to write. */
    private static Optional<String> attribute(Tag tag, String name, Set<String> schemes) {
        return value(tag, name)
                .map(String::strip)
                .filter(uri -> uri.chars().noneMatch(c -> c <= ' ' || c == 0x7F))
                .filter(uri -> schemes.contains(scheme(uri)))
                .map(uri -> " " + name + "=\"" + escape(uri) + "\"");
    }

    private static String scheme(String uri) {
        return uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> value(Tag tag, String name) {
        if (tag.attributes().length() > LONGEST_ATTRIBUTES) {
            return Optional.empty();
        }
        Matcher matcher = ATTRIBUTE.matcher(tag.attributes());
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                return Optional.of(Entities.decode(quoted != null ? quoted : matcher.group(4)));
            }
        }
        return Optional.empty();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
