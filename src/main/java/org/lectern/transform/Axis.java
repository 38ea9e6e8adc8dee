package org.lectern.transform;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One axis of a scaling: samples are averaged by area first, then filtered where that is not all.
 *
 * @param spans what is averaged; a sample each when nothing is
 * @param weights what is filtered of that, absent when the averages are the answer
 */
record Axis(Spans spans, Optional<Weights> weights) {

    private static final double NOTHING = 1e-9;

    /** An axis that becomes shorter, or stays, by averaging alone. */
    static Axis averaged(double from, double to, int extent, int out) {
        return new Axis(Spans.of(from, to, extent, out), Optional.empty());
    }

    /**
     * An axis that is filtered. What becomes much shorter is averaged first by a whole factor, to no less than twice
     * the answer: the filter sees the same then, and has less to do.
     */
    static Axis filtered(double from, double to, int extent, int out) {
        int factor = (int) Math.max(1, Math.floor((to - from) / out / 2));
        int low = Math.min((int) from, extent - 1);
        if (factor == 1) {
            int high = Math.min(extent, (int) Math.ceil(to - NOTHING));
            var weights = Weights.of(from - low, to - low, high - low, out);
            return new Axis(Spans.single(low, high), Optional.of(weights));
        }
        int count = (int) Math.max(1, Math.ceil((Math.min(to, extent) - from) / factor - NOTHING));
        var spans = Spans.of(from, from + (double) count * factor, extent, count);
        return new Axis(spans, Optional.of(Weights.of(0, (to - from) / factor, count, out)));
    }

    /** The same answer with a step that filters nothing, for when the other axis filters. */
    Weights weightsOrNone() {
        return weights.orElseGet(() -> Weights.of(0, spans.count(), spans.count(), spans.count()));
    }

    /** The first sample that some output samples need. */
    int first(int from, int to) {
        return weights.map(some -> IntStream.range(from, to).map(some::first).min().orElseThrow())
                .map(spans::first)
                .orElseGet(() -> spans.first(from));
    }

    /** The end of the samples that some output samples need. */
    int end(int from, int to) {
        return 1 + weights.map(some -> IntStream.range(from, to).map(some::last).max().orElseThrow())
                .map(spans::last)
                .orElseGet(() -> spans.last(to - 1));
    }
}
