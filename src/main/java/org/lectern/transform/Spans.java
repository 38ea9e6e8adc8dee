package org.lectern.transform;

/**
 * Which samples of a line become which sample of a shorter one, by area: each output sample covers a stretch of
 * the line, its first and its last sample in part, those between them whole.
 */
final class Spans {

    private static final double NOTHING = 1e-9; // shares below this are rounding, not pixels

    private final int[] first;
    private final int[] last;
    private final double[] head;
    private final double[] tail;

    private Spans(int out) {
        first = new int[out];
        last = new int[out];
        head = new double[out];
        tail = new double[out];
    }

    /**
     * The stretches of one axis, at least a sample long.
     *
     * @param from begin of the window
     * @param to its end, perhaps behind the line
     * @param extent samples of the line
     * @param out samples of the shorter line
     */
    static Spans of(double from, double to, int extent, int out) {
        var spans = new Spans(out);
        double step = (to - from) / out;
        double end = Math.min(to, extent);
        for (int i = 0; i < out; i++) {
            spans.cover(i, from + i * step, Math.min(from + (i + 1) * step, end), extent);
        }
        return spans;
    }

    /** Each sample of a stretch by itself. */
    static Spans single(int from, int to) {
        return of(from, to, to, to - from);
    }

    private void cover(int out, double from, double to, int extent) {
        if (to - from < NOTHING) { // wholly behind the line: its last sample goes on
            set(out, extent - 1, extent - 1, 1, 0);
            return;
        }
        int begin = (int) Math.floor(from + NOTHING);
        int end = (int) Math.ceil(to - NOTHING);
        if (end - begin == 1) {
            set(out, begin, begin, 1, 0);
        } else {
            set(out, begin, end - 1, Math.min(1, begin + 1 - from), Math.min(1, to - (end - 1)));
        }
    }

    private void set(int out, int begin, int end, double atBegin, double atEnd) {
        first[out] = begin;
        last[out] = end;
        head[out] = atBegin;
        tail[out] = atEnd;
    }

    /** How many output samples there are. */
    int count() {
        return first.length;
    }

    /** The first sample that counts in an output sample. */
    int first(int out) {
        return first[out];
    }

    /** The last one; perhaps the first. */
    int last(int out) {
        return last[out];
    }

    /** The share of the first, over 0 to 1. */
    double head(int out) {
        return head[out];
    }

    /** The share of the last; 0 when it is the first. */
    double tail(int out) {
        return tail[out];
    }

    /** Whether each output sample is the one in its place, counted from the first. */
    boolean isSingle() {
        for (int i = 0; i < first.length; i++) {
            if (first[i] != first[0] + i || last[i] != first[i]) {
                return false;
            }
        }
        return true;
    }
}
