package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * The coded bytes of one code-block, put together into codeword segments. Reusable; for one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.4 and D.6, Table D.9</a>
 */
final class CodedSegments {

    private static final int FIRST_BYPASSED = 10; // the first pass that can bypass the arithmetic coder
    private static final int BEHIND = 2; // bytes 0xFF that the decoder may see behind a segment

    byte[] bytes = new byte[1 << 13];
    int segments;

    /** For each segment the index of its first byte. */
    int[] from = new int[8];

    /** For each segment the index behind its last byte. */
    int[] to = new int[8];

    /** For each segment how many passes it has. */
    int[] passes = new int[8];

    private int filled;
    private int passesBefore; // in all segments before the last
    private boolean open;

    /** Bytes of heap. */
    long weight() {
        return bytes.length + 12L * from.length;
    }

    void clear() {
        segments = 0;
        filled = 0;
        passesBefore = 0;
        open = false;
    }

    /** How many passes the segment that begins with a pass can have. */
    private static int room(int firstPass, ComponentCoding coding) {
        if (coding.is(ComponentCoding.TERMINATE)) {
            return 1;
        }
        if (!coding.is(ComponentCoding.BYPASS)) {
            return Integer.MAX_VALUE;
        }
        if (firstPass < FIRST_BYPASSED) {
            return FIRST_BYPASSED - firstPass;
        }
        return bypasses(firstPass, coding) ? 2 : 1;
    }

    /** Whether a pass bypasses the arithmetic coder. */
    static boolean bypasses(int pass, ComponentCoding coding) {
        return coding.is(ComponentCoding.BYPASS) && pass >= FIRST_BYPASSED && (pass - FIRST_BYPASSED) % 3 < 2;
    }

    /** Makes room for a piece and says where its bytes go: index into {@link #bytes}. */
    int add(int length, int codingPasses, ComponentCoding coding) {
        if (!open) {
            begin();
        }
        if (filled + length + BEHIND > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + length + BEHIND));
        }
        int last = segments - 1;
        int at = filled;
        filled += length;
        to[last] = filled;
        passes[last] += codingPasses;
        if (passes[last] >= room(passesBefore, coding)) {
            close();
        }
        return at;
    }

    private void begin() {
        if (segments == from.length) {
            from = Arrays.copyOf(from, 2 * segments);
            to = Arrays.copyOf(to, 2 * segments);
            passes = Arrays.copyOf(passes, 2 * segments);
        }
        from[segments] = filled;
        to[segments] = filled;
        passes[segments++] = 0;
        open = true;
    }

    /** Ends the last segment, once its bytes are there. */
    private void close() {
        passesBefore += passes[segments - 1];
        filled += BEHIND;
        open = false;
    }

    /** To be called when all bytes are there: writes what the decoder may see behind each segment. */
    void seal() {
        if (open) {
            close();
        }
        for (int i = 0; i < segments; i++) {
            Arrays.fill(bytes, to[i], to[i] + BEHIND, (byte) 0xff);
        }
    }
}
