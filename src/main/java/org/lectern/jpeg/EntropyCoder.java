package org.lectern.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes quantised blocks as Huffman codes behind the headers.
 *
 * @see "T.81 F.1.2"
 */
final class EntropyCoder {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int BLOCK_AT_MOST = 64 * 4 * 2 + 16; // 64 codes of up to 27 bits, each byte stuffed
    private static final int RUN_OF_16 = 0xf0;

    private final int[][] scan = new int[64][];
    private final int[] predictions = new int[3];
    private byte[] out;
    private int at;
    private long bits; // the lowest `held` are still to be written
    private int held;

    /** Of these blocks; writes behind the headers. */
    EntropyCoder(int[][] places, byte[] headers, int guess) {
        for (int k = 0; k < 64; k++) {
            scan[k] = places[Quantization.place(k)];
        }
        out = Arrays.copyOf(headers, headers.length + guess + BLOCK_AT_MOST);
        at = headers.length;
    }

    /**
     * Writes one block.
     *
     * @param mask bit k tells that coefficient k of the scan is not 0
     */
    void write(int lane, long mask, int component) {
        if (out.length - at < BLOCK_AT_MOST) {
            out = Arrays.copyOf(out, out.length + (out.length >> 1) + BLOCK_AT_MOST);
        }
        int dc = scan[0][lane];
        int difference = dc - predictions[component];
        predictions[component] = dc;
        put(difference, 0, component == 0 ? HuffmanTable.LUMA_DC.codes() : HuffmanTable.CHROMA_DC.codes());
        writeAc(lane, mask & -2, component == 0 ? HuffmanTable.LUMA_AC.codes() : HuffmanTable.CHROMA_AC.codes());
    }

    private void writeAc(int lane, long mask, int[] codes) {
        int last = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            int run = k - last - 1;
            last = k;
            for (; run > 15; run -= 16) {
                put(codes[RUN_OF_16]);
            }
            put(scan[k][lane], run << 4, codes);
        }
        if (last < 63) {
            put(codes[0]);
        }
    }

    private void put(int value, int run, int[] codes) {
        int sign = value >> 31;
        int category = 32 - Integer.numberOfLeadingZeros((value ^ sign) - sign);
        put(codes[run | category] + ((value + sign & (1 << category) - 1) << 5));
    }

    private void put(int code) {
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

    /** Pads the last byte with ones, ends the image, and hands over everything. */
    byte[] finish() {
        int padding = -held & 7;
        bits = bits << padding | (1 << padding) - 1;
        for (held += padding; held > 0; held -= 8) {
            byteOf((int) (bits >>> held - 8));
        }
        out[at++] = (byte) 0xff;
        out[at++] = (byte) Headers.END_OF_IMAGE;
        return Arrays.copyOf(out, at);
    }
}
