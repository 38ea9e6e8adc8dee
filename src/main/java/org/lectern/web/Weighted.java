package org.lectern.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One entry of an Accept or Accept-Encoding field. What cannot be read is left out; nobody is refused
 * for it.
 *
 * @param value lower case, without parameters
 * @param weight 0 to 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, 12.4.2</a>
 */
record Weighted(String value, double weight) {

    private static final int MOST = 100; // entries of one field; a browser sends about ten

    static List<Weighted> parse(String field) {
        List<Weighted> entries = new ArrayList<>();
        for (String entry : field.split(",", MOST)) {
            String[] parts = entry.split(";");
            String value = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                entries.add(new Weighted(value, weight(parts)));
            }
        }
        return entries;
    }

    /** The weight of the first of these values that an entry names. */
    static OptionalDouble of(List<Weighted> entries, String... values) {
        for (String value : values) {
            for (Weighted entry : entries) {
                if (entry.value.equals(value)) {
                    return OptionalDouble.of(entry.weight);
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return number(parameter.substring(2).strip());
            }
        }
        return 1;
    }

    private static double number(String text) {
        boolean valid = text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?");
        return valid ? Double.parseDouble(text) : 1;
    }
}
