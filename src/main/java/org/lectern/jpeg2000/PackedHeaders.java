package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * The packet headers that PPM keeps in the main header, for each tile-part in the order of the codestream. Immutable,
 * thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.4</a>
 */
final class PackedHeaders {

    private static final int COUNT_BYTES = 4;

    private final byte[] whole;
    private final int[] starts; // of the headers of each tile-part; behind the last, where one more would start

    private PackedHeaders(byte[] whole, int[] starts) {
        this.whole = whole;
        this.starts = starts;
    }

    /**
     * Finds where the headers of each tile-part begin. Segments may be cut anywhere, within a count too.
     *
     * @throws org.lectern.core.IiifException.Broken when the last ones are not whole
     */
    static PackedHeaders of(SegmentSeries segments) {
        byte[] whole = segments.whole();
        int[] starts = new int[8];
        int parts = 0;
        int at = 0;
        while (whole.length - at >= COUNT_BYTES) {
            long count = new Content("PPM", Arrays.copyOfRange(whole, at, at + COUNT_BYTES)).u32();
            if (count > whole.length - at - COUNT_BYTES) {
                throw Faults.broken("its PPM ends early: it tells of " + count + " bytes and has "
                        + (whole.length - at - COUNT_BYTES));
            }
            if (parts + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[parts++] = at + COUNT_BYTES;
            at += COUNT_BYTES + (int) count;
        }
        starts[parts] = at + COUNT_BYTES;
        return new PackedHeaders(whole, Arrays.copyOf(starts, parts + 1));
    }

    /** Those of a tile-part, by its number in the codestream; none when PPM tells of fewer. */
    byte[] of(int part) {
        return part >= starts.length - 1
                ? new byte[0]
                : Arrays.copyOfRange(whole, starts[part], starts[part + 1] - COUNT_BYTES);
    }

    /** Bytes of heap. */
    long weight() {
        return whole.length + (long) Integer.BYTES * starts.length;
    }
}
