package org.lectern.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.core.IiifException;

/**
 * Reads a {@code Forwarded} field: elements between commas, pairs between semicolons, values bare or quoted, with
 * commas and semicolons inside of quotes. A field that is not written so is refused as a whole: what an open quote of
 * a client swallows may be what the proxy wrote behind it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, 4</a>
 */
final class ForwardedField {

    private static final Pattern PAIR = Pattern.compile(
            "(?<name>[A-Za-z]++)=(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<bare>[-!#$%&'*+.^_`|~0-9A-Za-z]++))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern SPACE = Pattern.compile("[ \t]*+");

    private final List<Map<String, String>> elements = new ArrayList<>();
    private final String field;
    private int at;

    private ForwardedField(String field) {
        this.field = field;
    }

    /**
     * The elements of one field line, in their order: parameter in small letters → value without quotes.
     *
     * @throws IiifException.Malformed when it is not written as RFC 7239 says
     */
    static List<Map<String, String>> parse(String field) {
        ForwardedField reader = new ForwardedField(field);
        reader.read();
        return List.copyOf(reader.elements);
    }

    private void read() {
        Map<String, String> element = new HashMap<>();
        for (skip(SPACE); at < field.length(); skip(SPACE)) {
            switch (field.charAt(at)) {
                case ';' -> at++;
                case ',' -> {
                    at++;
                    end(element);
                    element = new HashMap<>();
                }
                default -> pair(element);
            }
        }
        end(element);
    }

    /** Empty members of a list do not count. */
    private void end(Map<String, String> element) {
        if (!element.isEmpty()) {
            elements.add(Map.copyOf(element));
        }
    }

    private void pair(Map<String, String> element) {
        Matcher pair = PAIR.matcher(field).region(at, field.length());
        if (!pair.lookingAt()) {
            throw malformed();
        }
        String quoted = pair.group("quoted");
        String value = quoted == null ? pair.group("bare") : ESCAPE.matcher(quoted).replaceAll("$1");
        if (element.put(pair.group("name").toLowerCase(Locale.ROOT), value) != null) {
            throw malformed();
        }
        at = pair.end();
        skip(SPACE);
        if (at < field.length() && field.charAt(at) != ';' && field.charAt(at) != ',') {
            throw malformed();
        }
    }

    private void skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(field).region(at, field.length());
        at = matcher.lookingAt() ? matcher.end() : at;
    }

    private static IiifException.Malformed malformed() {
        return new IiifException.Malformed(
                "The field Forwarded is not written as RFC 7239 says: for=192.0.2.1;proto=https;host=example.org is meant.");
    }
}
