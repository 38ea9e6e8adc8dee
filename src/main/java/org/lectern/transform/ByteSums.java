package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.lectern.pixels.Pixels;

/**
 * Sums of rows of bytes, eight columns at a time: a {@code long} holds four sums of 16 bits, those of the even columns
 * in one and of the odd columns in another. The two rows that count in part have {@code long}s of their own, 8 bits
 * for a sample and 8 for its share.
 */
final class ByteSums extends RowSums {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final long PAIR = 0x0000ffff0000ffffL;
    private static final int UNIT = 256;
    private static final int FEW = 4; // rows beside the first and the last, added with them
    private static final int ROWS = 64; // of the others, at a time: 257 would fit into 16 bits

    private final byte[] data;

    ByteSums(BufferedImage image, int from, int to) {
        super(image, from, to, UNIT);
        data = Pixels.bytes(image);
    }

    @Override
    void fill(int first, int last, int head, int tail, double[] into) {
        int between = Math.max(0, last - first - 1);
        int few = Math.min(FEW, between);
        if (between == 0) {
            edges(origin + first * stride, head, origin + last * stride, tail, into);
        } else {
            edgesAndFew(origin + first * stride, head, origin + last * stride, tail, few, into);
        }
        for (int k = few; k < between; k += ROWS) {
            whole(origin + (first + 1 + k) * stride, Math.min(ROWS, between - k), into);
        }
    }

    /** Sets the sums of two rows. */
    private void edges(int first, int head, int last, int tail, double[] into) {
        int wide = samples & -8;
        for (int i = 0; i < wide; i += 8) {
            long top = (long) LONG.get(data, first + i);
            long bottom = (long) LONG.get(data, last + i);
            long evenTop = (top & EVEN) * head;
            long oddTop = (top >>> 8 & EVEN) * head;
            long evenBottom = (bottom & EVEN) * tail;
            long oddBottom = (bottom >>> 8 & EVEN) * tail;
            set((evenTop & PAIR) + (evenBottom & PAIR), (oddTop & PAIR) + (oddBottom & PAIR),
                    (evenTop >>> 16 & PAIR) + (evenBottom >>> 16 & PAIR),
                    (oddTop >>> 16 & PAIR) + (oddBottom >>> 16 & PAIR), into, i);
        }
        for (int i = wide; i < samples; i++) {
            into[i] = (data[first + i] & 0xff) * head + (data[last + i] & 0xff) * tail;
        }
    }

    /** Sets the sums of the first and last row and of 1 to {@value #FEW} that follow the first. */
    private void edgesAndFew(int first, int head, int last, int tail, int few, double[] into) {
        int one = first + stride;
        int two = few > 1 ? one + stride : first;
        int three = few > 2 ? two + stride : first;
        int four = few > 3 ? three + stride : first;
        long second = few > 1 ? EVEN : 0;
        long third = few > 2 ? EVEN : 0;
        long fourth = few > 3 ? EVEN : 0;
        int wide = samples & -8;
        for (int i = 0; i < wide; i += 8) {
            long a = (long) LONG.get(data, one + i);
            long b = (long) LONG.get(data, two + i);
            long c = (long) LONG.get(data, three + i);
            long d = (long) LONG.get(data, four + i);
            long even = (a & EVEN) + (b & second) + (c & third) + (d & fourth);
            long odd = (a >>> 8 & EVEN) + (b >>> 8 & second) + (c >>> 8 & third) + (d >>> 8 & fourth);
            long top = (long) LONG.get(data, first + i);
            long bottom = (long) LONG.get(data, last + i);
            long evenTop = (top & EVEN) * head;
            long oddTop = (top >>> 8 & EVEN) * head;
            long evenBottom = (bottom & EVEN) * tail;
            long oddBottom = (bottom >>> 8 & EVEN) * tail;
            set(((even & PAIR) << 8) + (evenTop & PAIR) + (evenBottom & PAIR),
                    ((odd & PAIR) << 8) + (oddTop & PAIR) + (oddBottom & PAIR),
                    ((even >>> 16 & PAIR) << 8) + (evenTop >>> 16 & PAIR) + (evenBottom >>> 16 & PAIR),
                    ((odd >>> 16 & PAIR) << 8) + (oddTop >>> 16 & PAIR) + (oddBottom >>> 16 & PAIR), into, i);
        }
        for (int i = wide; i < samples; i++) {
            into[i] = (data[first + i] & 0xff) * head + (data[last + i] & 0xff) * tail
                    + column(one + i, few) * UNIT;
        }
    }

    private static void set(long even, long odd, long evenNext, long oddNext, double[] into, int i) {
        into[i] = (int) even;
        into[i + 1] = (int) odd;
        into[i + 2] = (int) evenNext;
        into[i + 3] = (int) oddNext;
        into[i + 4] = (int) (even >>> 32);
        into[i + 5] = (int) (odd >>> 32);
        into[i + 6] = (int) (evenNext >>> 32);
        into[i + 7] = (int) (oddNext >>> 32);
    }

    /** Adds up to {@value #ROWS} whole rows. */
    private void whole(int from, int count, double[] into) {
        int wide = samples & -8;
        for (int i = 0; i < wide; i += 8) {
            long even = 0;
            long odd = 0;
            int at = from + i;
            for (int k = 0; k < count; k++) {
                long eight = (long) LONG.get(data, at);
                even += eight & EVEN;
                odd += eight >>> 8 & EVEN;
                at += stride;
            }
            add(even, odd, into, i);
        }
        for (int i = wide; i < samples; i++) {
            into[i] += column(from + i, count) * UNIT;
        }
    }

    private static void add(long even, long odd, double[] into, int i) {
        for (int lane = 0; lane < 8; lane += 2) {
            into[i + lane] += (even >>> 8 * lane & 0xffff) * UNIT;
            into[i + lane + 1] += (odd >>> 8 * lane & 0xffff) * UNIT;
        }
    }

    private int column(int from, int count) {
        int sum = 0;
        for (int k = 0; k < count; k++) {
            sum += data[from + k * stride] & 0xff;
        }
        return sum;
    }
}
