package org.lectern.jpeg2000;

import java.util.List;

/**
 * The lifting steps of one wavelet, on rows. A row is split into its low-pass and its high-pass samples, an array each,
 * so that every step runs over whole arrays with the same index in all of them: that, and no other shape (an offset
 * or a neighbour's index will do), HotSpot turns into vector instructions. Stateless, thread-safe.
 *
 * @param <S> {@code float[]} for the 9/7, {@code int[]} for the 5/3
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.8</a>
 */
sealed interface Lifting<S> permits Lifting53, Lifting97 {

    /** So many arrays of so many zeros. */
    S[] rows(int count, int length);

    int length(S row);

    /** Whether it is the 5/3. */
    boolean reversible();

    /** Lifting steps: the even ones change low-pass samples, the odd ones high-pass samples. */
    int steps();

    /**
     * What the coefficients of a sub-band are multiplied by before synthesis, as the steps scale nothing.
     *
     * @param areas of the resolutions from the lowest
     * @param target the resolution that is made
     * @param resolution the sub-band belongs to
     */
    float gain(List<Area> areas, int target, int resolution, int orientation);

    /** One step: changes the first samples of a row by those at the same places in its two neighbours. */
    void lift(int step, S row, S before, S after, int count);

    /**
     * All steps at once, one behind the other going down: step s for row {@code top - s}, as {@link #lift} does it.
     *
     * @param rows of which row y is at {@code y & (rows.length - 1)}; there must be those from {@code top - steps()}
     *     to {@code top + 1}
     * @param top even
     */
    void liftAll(S[] rows, int top, int count);

    /** What is done to a high-pass sample that is alone in its direction, beside its gain (F.3.6). */
    void halve(S row, int count);

    void copy(S from, int at, S into, int to, int count);

    /** Writes at one place of a row the sample of another. */
    void repeat(S row, int from, int at);

    /**
     * Puts low-pass and high-pass samples in turn.
     *
     * @param from first place; place x has sample {@code (x >> 1) + 1} of {@code low} if even, else of {@code high}
     * @param to the place behind the last
     * @param at where the sample of the first place goes
     */
    void interleave(S low, S high, int from, int to, S into, int at);
}
