package org.lectern.jpeg2000;

/**
 * The marker segments of one header in turn, up to the marker that ends it. What is not asked for is not read. For one
 * thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.1</a>
 */
final class HeaderSegments {

    /** Instead of a marker: the bytes end before the header does. */
    static final int CUT = 0;

    private static final int MOST = 100_000;

    private final BlobBytes in;
    private int seen;
    private long next;
    private int length;

    /** From where the reader stands to its end. */
    HeaderSegments(BlobBytes in) {
        this.in = in;
        this.next = in.position();
    }

    /**
     * Goes to the next marker.
     *
     * @return its code; SOT, SOD and EOC end the header, and {@link #CUT} tells that it ends without
     * @throws org.lectern.core.IiifException.Broken when there is none, or one of an impossible length
     */
    int next() {
        in.seek(next);
        while (in.remaining() >= 2) {
            int marker = in.u16();
            if (!Markers.is(marker)) {
                throw Faults.broken("a marker was expected in a header where " + Integer.toHexString(marker) + " is");
            }
            if (seen++ == MOST) {
                throw Faults.broken("a header has more than " + MOST + " marker segments");
            }
            if (marker == Markers.SOT || marker == Markers.SOD || marker == Markers.EOC) {
                return marker;
            }
            if (!Markers.isBare(marker)) {
                return sized(marker);
            }
        }
        return CUT;
    }

    private int sized(int marker) {
        if (in.remaining() < 2) {
            return CUT;
        }
        length = in.u16() - 2;
        if (length < 0) {
            throw Faults.broken("the marker segment " + Integer.toHexString(marker) + " has " + (length + 2)
                    + " bytes; 2 and more can be");
        }
        next = in.position() + length;
        return length > in.remaining() ? CUT : marker;
    }

    /** What the segment holds behind its length. */
    Content content(String name) {
        return new Content(name, in.bytes(length));
    }
}
