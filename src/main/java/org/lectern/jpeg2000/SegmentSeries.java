package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Marker segments of one kind that carry on one another in the order of their numbers (Ztlm, Zppm, Zppt, Zplt); of
 * the same number, in the order they come in.
 */
final class SegmentSeries {

    private static final int MOST = 256; // a number has eight bits

    private final List<Numbered> segments = new ArrayList<>();

    private record Numbered(int number, byte[] content) {}

    /** Takes the next one, its number first. */
    void add(Content segment) {
        if (segments.size() == MOST) {
            throw Faults.broken("it has more than " + MOST + " segments " + segment.name() + " in one header");
        }
        segments.add(new Numbered(segment.u8(), segment.rest()));
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The contents in order, without the numbers. */
    List<byte[]> contents() {
        return segments.stream().sorted(Comparator.comparingInt(Numbered::number)).map(Numbered::content).toList();
    }

    /** The contents one behind the other. */
    byte[] whole() {
        byte[] whole = new byte[segments.stream().mapToInt(s -> s.content().length).sum()];
        int at = 0;
        for (byte[] content : contents()) {
            System.arraycopy(content, 0, whole, at, content.length);
            at += content.length;
        }
        return whole;
    }
}
