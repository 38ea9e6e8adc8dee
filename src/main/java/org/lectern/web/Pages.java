package org.lectern.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages for people, below {@code WEB-INF/pages}: HTML in which {@code {{name}}} stands for a text, and what is
 * between {@code {{#name}}} and {@code {{/name}}} for nothing when that text is empty.
 * Thread-safe; each file is read once.
 */
public final class Pages {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.html");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z0-9-]+)}}");

    private static final Pattern PART =
            Pattern.compile("\\{\\{#([A-Za-z0-9-]+)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);

    private final Function<String, InputStream> resources; // gives null for what is not there, as servlets do
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    /** Over the files of this web application. */
    public Pages(ServletContext context) {
        this(context::getResourceAsStream);
    }

    Pages(Function<String, InputStream> resources) {
        this.resources = Objects.requireNonNull(resources);
    }

    /**
     * A page with its values put in, escaped.
     *
     * @return empty when there is no such page
     * @throws IllegalStateException when the page names a value that is not given
     */
    Optional<String> fill(String name, Map<String, String> values) {
        return template(name).map(template -> PLACE.matcher(parts(name, template, values))
                .replaceAll(place -> Matcher.quoteReplacement(escape(value(name, place.group(1), values)))));
    }

    private static String parts(String page, String template, Map<String, String> values) {
        return PART.matcher(template).replaceAll(part -> Matcher.quoteReplacement(
                value(page, part.group(1), values).isEmpty() ? "" : part.group(2)));
    }

    private static String value(String page, String key, Map<String, String> values) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("the page " + page + " wants a value for {{" + key + "}}");
        }
        return value;
    }

    /** Safe between tags and inside quoted attributes; nothing is to be put anywhere else. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Optional<String> template(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a page: " + name);
        }
        return Optional.ofNullable(templates.computeIfAbsent(name, this::read));
    }

    private String read(String name) {
        try (InputStream in = resources.apply("/WEB-INF/pages/" + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + name, e);
        }
    }
}
