package org.lectern.jpeg2000;

/**
 * One level of synthesis (2D_SR) for a window: goes down the rows once. Each row is taken from its two sub-bands,
 * filtered across, then waits in a ring of eight rows, small enough for the nearest cache, until the steps of the
 * filter down, each a row behind the one before, are through with it; then it is interleaved into the result.
 * Reusable; for one thread.
 *
 * <p>Rows and columns here are counted from the even place at or before the grown window. In the arrays of a row, the
 * low-pass sample of column 2i and the high-pass sample of column 2i + 1 both have index i + 1; so the neighbours of
 * low k are high k − 1 and k, those of high k are low k and k + 1. The index before the first and that behind the last
 * hold the mirror image. Where the edge of the grown window is not that of the resolution, the mirror image is wrong,
 * and so is what comes of it; but that does not reach the window.
 *
 * @param <S> {@code float[]} for the 9/7, {@code int[]} for the 5/3
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.2 to F.3.8</a>
 */
final class Sweep<S> {

    private static final int RING = 8; // a power of two, and at least the six rows that the 9/7 has in hand

    private final Lifting<S> lifting;
    private S[] low;
    private S[] high;
    private S shifted;
    private int startX;
    private int endX;
    private int startY;
    private int endY;
    private int lowColumns;
    private int highColumns;
    private int pairs;

    Sweep(Lifting<S> lifting) {
        this.lifting = lifting;
        grow(64);
    }

    private void grow(int length) {
        low = lifting.rows(RING, length);
        high = lifting.rows(RING, length);
        shifted = lifting.rows(1, length)[0];
    }

    /**
     * Makes the wanted window of one level.
     *
     * @param bands the coefficients of LL, HL, LH, HH: the halves of the grown window, row by row without gaps;
     *     not changed
     * @param into where the samples go
     * @param at index of the first
     * @param stride from one row to the next
     */
    void run(Windows.Level level, S[] bands, S into, int at, int stride) {
        lay(level.grown());
        int behind = lifting.steps() - 1;
        for (int top = 0; top - behind < endY; top += 2) {
            load(top, bands);
            load(top + 1, bands);
            liftDown(top);
            emit(top - behind, level, into, at, stride);
            emit(top - behind + 1, level, into, at, stride);
        }
    }

    private void lay(Area grown) {
        startX = grown.x0() & 1;
        endX = startX + grown.width();
        startY = grown.y0() & 1;
        endY = startY + grown.height();
        pairs = endX + 1 >> 1;
        lowColumns = pairs - startX;
        highColumns = endX >> 1;
        if (lifting.length(shifted) < pairs + 2) {
            grow(pairs + 2);
        }
    }

    /** Bytes of heap that its rows take just now. */
    long weight() {
        return 4L * (2 * RING + 1) * lifting.length(shifted);
    }

    private boolean has(int y) {
        return y >= startY && y < endY;
    }

    private void load(int y, S[] bands) {
        if (!has(y)) {
            return;
        }
        S lows = low[y & RING - 1];
        S highs = high[y & RING - 1];
        int down = y & 1;
        int row = down == 0 ? (y >> 1) - startY : y >> 1;
        lifting.copy(bands[2 * down], row * lowColumns, lows, 1 + startX, lowColumns);
        lifting.copy(bands[2 * down + 1], row * highColumns, highs, 1, highColumns);
        liftAcross(lows, highs);
        if (endY - startY == 1 && down == 1) {
            lifting.halve(lows, pairs + 2);
            lifting.halve(highs, pairs + 2);
        }
    }

    private void liftAcross(S lows, S highs) {
        if (endX - startX == 1) {
            lifting.halve(highs, pairs + 2);
            return;
        }
        for (int step = 0; step < lifting.steps(); step += 2) {
            liftLows(step, lows, highs);
            liftHighs(step + 1, lows, highs);
        }
    }

    private void liftLows(int step, S lows, S highs) {
        if (startX == 0) {
            lifting.repeat(highs, 1, 0);
        }
        if ((endX & 1) == 1) {
            lifting.repeat(highs, pairs - 1, pairs);
        }
        lifting.copy(highs, 0, shifted, 1, pairs + 1);
        lifting.lift(step, lows, shifted, highs, pairs + 1);
    }

    private void liftHighs(int step, S lows, S highs) {
        if (startX == 1) {
            lifting.repeat(lows, 2, 1);
        }
        if ((endX & 1) == 0) {
            lifting.repeat(lows, pairs, pairs + 1);
        }
        lifting.copy(lows, 1, shifted, 0, pairs + 1);
        lifting.lift(step, highs, lows, shifted, pairs + 1);
    }

    private void liftDown(int top) {
        if (endY - startY == 1) {
            return;
        }
        if (has(top - lifting.steps()) && has(top + 1)) {
            lifting.liftAll(low, top, pairs + 1);
            lifting.liftAll(high, top, pairs + 1);
            return;
        }
        for (int step = 0; step < lifting.steps(); step++) {
            if (has(top - step)) {
                liftRow(step, top - step, low);
                liftRow(step, top - step, high);
            }
        }
    }

    /** A step at the upper or lower edge. */
    private void liftRow(int step, int y, S[] rows) {
        int before = y - 1 < startY ? y + 1 : y - 1;
        int after = y + 1 < endY ? y + 1 : y - 1;
        lifting.lift(step, rows[y & RING - 1], rows[before & RING - 1], rows[after & RING - 1], pairs + 1);
    }

    private void emit(int y, Windows.Level level, S into, int at, int stride) {
        Area wanted = level.wanted();
        int row = y - startY + level.grown().y0() - wanted.y0();
        if (row < 0 || row >= wanted.height()) {
            return;
        }
        int from = startX + wanted.x0() - level.grown().x0();
        lifting.interleave(low[y & RING - 1], high[y & RING - 1], from, from + wanted.width(), into, at + row * stride);
    }
}
