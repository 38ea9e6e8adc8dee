package org.lectern.jpeg2000;

/**
 * The bits of a codeword segment that bypasses the arithmetic coder. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.6</a>
 */
final class RawSegment {

    private byte[] bytes = {};
    private int at;
    private int end;
    private int current;
    private int left;

    /** Begins a segment; behind its end there are ones. */
    void begin(byte[] coded, int from, int to) {
        bytes = coded;
        at = from;
        end = to;
        current = 0;
        left = 0;
    }

    int next() {
        if (left == 0) {
            left = current == 0xff ? 7 : 8; // a bit is stuffed behind 0xFF
            current = at < end ? bytes[at++] & 0xff : 0xff;
        }
        return current >> --left & 1;
    }
}
