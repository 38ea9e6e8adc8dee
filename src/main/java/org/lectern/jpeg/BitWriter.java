package org.lectern.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes marker segments, and entropy-coded bits with a zero behind each byte that looks like a marker.
 *
 * @see "T.81 B.1.1.5"
 */
final class BitWriter {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out;
    private int at;
    private long bits; // the lowest `held` are still to be written
    private int held;

    /** Behind these bytes, with room for so many more before it grows. */
    BitWriter(byte[] headers, int guess) {
        out = Arrays.copyOf(headers, headers.length + guess);
        at = headers.length;
    }

    /** Makes room for so many bytes, stuffed ones included: to be called before they are put. */
    void reserve(int bytes) {
        if (out.length - at < bytes) {
            out = Arrays.copyOf(out, out.length + (out.length >> 1) + bytes);
        }
    }

    /** Puts bits: how many is in the lowest five of the code, up to 27; they themselves lie above. */
    void put(int code) {
        int length = code & 31;
        bits = bits << length | code >>> 5;
        held += length;
        if (held >= 32) {
            held -= 32;
            flush((int) (bits >>> held));
        }
    }

    private void flush(int word) {
        if ((word & ~word - 0x01010101 & 0x80808080) == 0) {
            INT.set(out, at, word);
            at += 4;
            return;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            byteOf(word >>> shift);
        }
    }

    private void byteOf(int value) {
        out[at++] = (byte) value;
        if ((value & 0xff) == 0xff) {
            out[at++] = 0;
        }
    }

    /** Ends entropy-coded bits: pads the last byte with ones, and appends whole bytes as they are. */
    void end(byte[] segments) {
        reserve(segments.length + 16);
        int padding = -held & 7;
        bits = bits << padding | (1 << padding) - 1;
        for (held += padding; held > 0; held -= 8) {
            byteOf((int) (bits >>> held - 8));
        }
        System.arraycopy(segments, 0, out, at, segments.length);
        at += segments.length;
    }

    /** All that was written. */
    byte[] bytes() {
        return Arrays.copyOf(out, at);
    }
}
