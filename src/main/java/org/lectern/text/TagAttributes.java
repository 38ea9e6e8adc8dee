package org.lectern.text;

import java.util.Arrays;
import java.util.Optional;

/** The attributes of one start tag after the other; values stay in the window until they are asked for. */
final class TagAttributes {

    private final Names names;
    private int count;
    private String[] name = new String[16];
    private int[] from = new int[16];
    private int[] to = new int[16];

    TagAttributes(Names names) {
        this.names = names;
    }

    /**
     * Reads what stands between the tag's name and its end.
     *
     * @return whether each had a name and a value in quotation marks, as XML wants it
     */
    boolean read(char[] chars, int start, int end) {
        boolean isStrict = true;
        count = 0;
        for (int at = pastSpace(chars, start, end); at < end; at = pastSpace(chars, at, end)) {
            int nameTo = nameEnd(chars, at, end);
            int equals = pastSpace(chars, nameTo, end);
            boolean hasValue = equals < end && chars[equals] == '=';
            int value = hasValue ? pastSpace(chars, equals + 1, end) : nameTo;
            boolean isQuoted = hasValue && value < end && (chars[value] == '"' || chars[value] == '\'');
            isStrict &= isQuoted && nameTo > at;
            int valueTo = isQuoted ? closing(chars, value, end) : hasValue ? valueEnd(chars, value, end) : value;
            add(names.of(chars, at, nameTo), isQuoted ? value + 1 : value, valueTo);
            at = Math.max(isQuoted ? valueTo + 1 : valueTo, at + 1);
        }
        return isStrict;
    }

    private void add(String attribute, int valueFrom, int valueTo) {
        if (count == name.length) {
            name = Arrays.copyOf(name, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        name[count] = attribute;
        from[count] = valueFrom;
        to[count++] = valueTo;
    }

    /** The value of the first of that name. */
    Optional<String> value(String wanted, char[] chars) {
        for (int i = 0; i < count; i++) {
            if (name[i].equals(wanted)) {
                var value = new StringBuilder(to[i] - from[i]);
                Entities.decode(chars, from[i], to[i], value);
                return Optional.of(value.toString());
            }
        }
        return Optional.empty();
    }

    /** Where the name ends that begins there. */
    static int nameEnd(char[] chars, int start, int end) {
        int i = start;
        while (i < end && chars[i] > ' ' && chars[i] != '=' && chars[i] != '/') {
            i++;
        }
        return i;
    }

    private static int closing(char[] chars, int quote, int end) {
        int i = quote + 1;
        while (i < end && chars[i] != chars[quote]) {
            i++;
        }
        return i;
    }

    private static int valueEnd(char[] chars, int start, int end) {
        int i = start;
        while (i < end && chars[i] > ' ') {
            i++;
        }
        return i;
    }

    private static int pastSpace(char[] chars, int start, int end) {
        int i = start;
        while (i < end && chars[i] <= ' ') {
            i++;
        }
        return i;
    }
}
