package org.lectern.source;

import java.util.Optional;
import org.lectern.core.Dimensions;

/** How long an MPEG-4 or QuickTime file lasts ({@code mvhd}), and the size of its first picture track ({@code tkhd}). */
final class Mp4Head {

    private static final int BOXES = 2000;

    private final RecordingInput in;
    private double seconds;
    private Optional<Dimensions> size = Optional.empty();
    private int left = BOXES;

    private Mp4Head(RecordingInput in) {
        this.in = in;
    }

    static Playing read(RecordingInput in) {
        Mp4Head head = new Mp4Head(in);
        head.boxes(0, in.length());
        return new Playing(head.seconds, head.size);
    }

    /** Boxes within their parent; one that ends behind it ends with it, and one too short for its head ends the walk. */
    private void boxes(long from, long end) {
        long at = from;
        while (at <= end - 8 && left-- > 0) {
            long length = in.big(at, 4);
            int head = length == 1 ? 16 : 8;
            length = length == 1 ? in.big(at + 8, 8) : length == 0 ? end - at : length;
            if (length < head) {
                return;
            }
            long next = length > end - at ? end : at + length;
            switch (in.text(at + 4, 4)) {
                case "moov", "trak" -> boxes(at + head, next);
                case "mvhd" -> movie(at + head);
                case "tkhd" -> track(at + head);
                default -> { } // samples and the like
            }
            at = next;
        }
    }

    private void movie(long at) {
        boolean isLong = in.big(at, 1) == 1;
        long scale = in.big(at + (isLong ? 20 : 12), 4);
        long duration = isLong ? in.big(at + 24, 8) : in.big(at + 16, 4);
        boolean isKnown = isLong ? duration > 0 : duration != 0xffff_ffffL;
        seconds = scale > 0 && isKnown ? (double) duration / scale : 0;
    }

    /** Width and height are the last; the matrix before them may turn the picture by a quarter. */
    private void track(long at) {
        long matrix = at + (in.big(at, 1) == 1 ? 52 : 40);
        long width = in.big(matrix + 36, 4) >> 16;
        long height = in.big(matrix + 40, 4) >> 16;
        boolean isTurned = in.big(matrix, 4) == 0 && in.big(matrix + 4, 4) != 0;
        if (size.isEmpty()) {
            size = isTurned ? Playing.size(height, width) : Playing.size(width, height);
        }
    }
}
