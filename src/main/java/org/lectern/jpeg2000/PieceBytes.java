package org.lectern.jpeg2000;

import java.util.Arrays;
import org.lectern.blob.Blob;

/**
 * Pieces of a file that are read together: in the order they lie in, those close to each other at once. Reusable; for
 * one thread.
 */
final class PieceBytes {

    /** As many bytes are sooner read than sought over. */
    static final int GAP = 2048;

    private static final int NUMBER_BITS = 24; // pieces of one reading
    private static final int NUMBERS = (1 << NUMBER_BITS) - 1;

    private long[] at = new long[256];
    private int[] length = new int[256];
    private int[] passes = new int[256];
    private int[] place = new int[256]; // in the bytes
    private int count;
    private byte[] bytes = new byte[1 << 16];

    void clear() {
        count = 0;
    }

    /**
     * Adds a piece.
     *
     * @param position in the file
     * @param size in bytes
     * @param codingPasses that it brings
     */
    void add(long position, int size, int codingPasses) {
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            length = Arrays.copyOf(length, 2 * count);
            passes = Arrays.copyOf(passes, 2 * count);
            place = Arrays.copyOf(place, 2 * count);
        }
        at[count] = position;
        length[count] = size;
        passes[count++] = codingPasses;
    }

    /** Pieces so far; the next has this number. */
    int count() {
        return count;
    }

    /** Reads all pieces. */
    void load(Blob blob) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = at[i] << NUMBER_BITS | i;
        }
        Arrays.sort(order);
        int filled = 0;
        for (int i = 0; i < count; ) {
            int next = i;
            long from = order[i] >> NUMBER_BITS;
            long to = from;
            while (next < count && (order[next] >> NUMBER_BITS) - to <= GAP) {
                int piece = (int) order[next++] & NUMBERS;
                place[piece] = (int) (filled + at[piece] - from);
                to = Math.max(to, at[piece] + length[piece]);
            }
            filled = read(blob, from, (int) (to - from), filled);
            i = next;
        }
    }

    private int read(Blob blob, long from, int size, int filled) {
        if (filled + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + size));
        }
        for (int done = 0; done < size; ) {
            int n = blob.read(from + done, bytes, filled + done, size - done);
            if (n < 0) {
                throw Faults.broken("the file became shorter while it was read");
            }
            done += n;
        }
        return filled + size;
    }

    /** Bytes of heap. */
    long weight() {
        return bytes.length + 16L * at.length;
    }

    int length(int piece) {
        return length[piece];
    }

    int passes(int piece) {
        return passes[piece];
    }

    /** Copies a piece that was loaded. */
    void copy(int piece, byte[] into, int to) {
        System.arraycopy(bytes, place[piece], into, to, length[piece]);
    }
}
