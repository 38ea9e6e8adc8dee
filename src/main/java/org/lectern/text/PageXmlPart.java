package org.lectern.text;

import java.util.Optional;

/** A region, line, word or glyph of PAGE while it is open: its box and its text come after its parts. */
final class PageXmlPart {

    private final String name;
    private final String id;
    private final StringBuilder inner = new StringBuilder();
    private Optional<String> language;
    private Optional<Edges> box = Optional.empty();
    private String text = "";
    private double index = Double.POSITIVE_INFINITY;
    private boolean hasText;

    PageXmlPart(String name, String id, Optional<String> language) {
        this.name = name;
        this.id = id;
        this.language = language;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    Optional<String> language() {
        return language;
    }

    /** The language, when only its parts tell it. */
    void language(String ofPart) {
        language = Optional.of(ofPart);
    }

    /** A list of corners, as in {@code 10,20 30,20 30,40}. */
    void points(String list) {
        for (String pair : list.split(" ")) {
            double[] point = Numbers.list(pair, 2);
            point(point[0], point[1]);
        }
    }

    /** One corner of the outline. */
    void point(double x, double y) {
        Optional<Edges> corner = Edges.between(x, y, x, y);
        box = box.isEmpty() || corner.isEmpty() ? box.or(() -> corner) : Optional.of(box.get().with(corner.get()));
    }

    Optional<Edges> box() {
        return box;
    }

    /** One of several readings; that of the lowest index counts, of equal ones the first. */
    void text(double ofIndex, CharSequence reading) {
        double place = Double.isNaN(ofIndex) ? 0 : ofIndex;
        if (place < index) {
            index = place;
            text = reading.toString();
        }
    }

    String text() {
        return text;
    }

    /** The text of a part of it. */
    void append(String part) {
        inner.append(part);
    }

    /** What its parts say together. */
    String inner() {
        return inner.toString();
    }

    /** Whether something in it has given words to the page. */
    boolean hasText() {
        return hasText;
    }

    void hasText(boolean now) {
        hasText |= now;
    }
}
