package org.lectern.presentation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON, one document. Halves of surrogate pairs, which UTF-8 cannot hold and texts from outside do, become
 * U+FFFD.
 */
final class Pen {

    private static final char UNREADABLE = '\uFFFD';

    private final JsonGenerator json;

    Pen(JsonGenerator json) {
        this.json = json;
    }

    /** The document itself, or a member of an array. */
    void object(Runnable properties) {
        json.writeStartObject();
        properties.run();
        json.writeEndObject();
    }

    void object(String name, Runnable properties) {
        json.writeName(name);
        object(properties);
    }

    /** An array that must be there, even empty. */
    <T> void array(String name, List<T> items, Consumer<? super T> each) {
        json.writeArrayPropertyStart(name);
        items.forEach(each);
        json.writeEndArray();
    }

    /** An array that is left out when it is empty. */
    <T> void some(String name, List<T> items, Consumer<? super T> each) {
        if (!items.isEmpty()) {
            array(name, items, each);
        }
    }

    /** One thing stands alone, several in an array: the custom of version 2. */
    <T> void oneOrMore(String name, List<T> items, Consumer<? super T> each) {
        if (items.size() == 1) {
            json.writeName(name);
            each.accept(items.get(0));
            return;
        }
        some(name, items, each);
    }

    /** A member of an array. */
    void text(String value) {
        json.writeString(whole(value));
    }

    void text(String name, String value) {
        json.writeStringProperty(name, whole(value));
    }

    void text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
    }

    void texts(String name, List<String> values) {
        some(name, values, this::text);
    }

    void number(String name, int value) {
        json.writeNumberProperty(name, value);
    }

    void number(String name, double value) {
        json.writeNumberProperty(name, value);
    }

    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? UNREADABLE : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
