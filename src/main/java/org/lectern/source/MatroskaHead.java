package org.lectern.source;

import java.util.Optional;
import org.lectern.core.Dimensions;

/** How long a Matroska or WebM file lasts, and the size of its pictures: elements before the first cluster. */
final class MatroskaHead {

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1f43b675;
    private static final int INFO = 0x1549a966;
    private static final int TIMESTAMP_SCALE = 0x2ad7b1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TRACK = 0xae;
    private static final int VIDEO = 0xe0;
    private static final int WIDTH = 0xb0;
    private static final int HEIGHT = 0xba;
    private static final int ELEMENTS = 5000;
    private static final double NANOSECONDS = 1e9;

    private final RecordingInput in;
    private long scale = 1_000_000;
    private double duration;
    private long width;
    private long height;
    private int left = ELEMENTS;

    private MatroskaHead(RecordingInput in) {
        this.in = in;
    }

    static Playing read(RecordingInput in) {
        MatroskaHead head = new MatroskaHead(in);
        head.elements(0, in.length());
        Optional<Dimensions> size = Playing.size(head.width, head.height);
        return new Playing(head.duration * head.scale / NANOSECONDS, size);
    }

    private void elements(long from, long end) {
        long at = from;
        while (at < end && left-- > 0) {
            int idBytes = bytes(at);
            int sizeBytes = bytes(at + idBytes);
            if (idBytes > 4 || sizeBytes > 8) {
                return;
            }
            int id = (int) in.big(at, idBytes);
            long told = in.big(at + idBytes, sizeBytes) & (1L << 7 * sizeBytes) - 1;
            boolean isOpen = told == (1L << 7 * sizeBytes) - 1;
            long content = at + idBytes + sizeBytes;
            long next = isOpen || told > end - content ? end : content + told;
            if (id == CLUSTER) {
                left = 0;
            } else {
                element(id, content, next);
            }
            at = next;
        }
    }

    private void element(int id, long at, long end) {
        int length = (int) Math.min(8, Math.max(0, end - at));
        switch (id) {
            case SEGMENT, INFO, TRACKS, TRACK, VIDEO -> elements(at, end);
            case TIMESTAMP_SCALE -> scale = in.big(at, length);
            case DURATION -> duration = length == 4
                    ? Float.intBitsToFloat((int) in.big(at, 4)) : Double.longBitsToDouble(in.big(at, 8));
            case WIDTH -> width = width == 0 ? in.big(at, length) : width;
            case HEIGHT -> height = height == 0 ? in.big(at, length) : height;
            default -> { } // codecs, seek heads, tags
        }
    }

    /** How long a number of variable length is: one more than the zeros it begins with. */
    private int bytes(long at) {
        return Integer.numberOfLeadingZeros((int) in.big(at, 1)) - 23;
    }
}
