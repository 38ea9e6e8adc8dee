package org.lectern.web;

import java.util.List;

/**
 * How much of a body a client asks for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
 */
sealed interface Ranges {

    /** All of it. */
    record Whole() implements Ranges {}

    /** Nothing that there is: 416. */
    record Beyond() implements Ranges {}

    /**
     * Some of it, in the order asked for.
     *
     * @param parts one at least; none overlaps another, and two or more are together shorter than the whole
     */
    record Parts(List<ByteRange> parts) implements Ranges {
        /** Keeps its own copy. */
        public Parts {
            parts = List.copyOf(parts);
        }
    }
}
