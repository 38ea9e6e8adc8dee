package org.lectern.codec;

import org.lectern.core.IiifException;

/**
 * LZW as TIFF writes it: codes of 9 to 12 bits, highest bit first and lengthened one code early; and as
 * the first TIFF libraries wrote it: lowest bit first, not early.
 */
final class TiffLzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int MAX_BITS = 12;

    private final byte[] data;
    private final boolean old;
    private final int[] from = new int[1 << MAX_BITS]; // where in the output a code's text begins
    private final int[] length = new int[1 << MAX_BITS];
    private long bit;

    private TiffLzw(byte[] data) {
        this.data = data;
        this.old = data.length > 1 && data[0] == 0 && (data[1] & 1) != 0;
    }

    /** Decompresses until the output is full; returns how many bytes it wrote. */
    static int expand(byte[] data, byte[] into) {
        return new TiffLzw(data).run(into);
    }

    private int run(byte[] into) {
        int bits = 9;
        int free = FIRST_FREE;
        int filled = 0;
        int last = -1; // where the last text begins
        int lastLength = 0;
        while (filled < into.length) {
            int code = code(bits);
            if (code < 0 || code == END) {
                break;
            }
            if (code == CLEAR) {
                bits = 9;
                free = FIRST_FREE;
                last = -1;
                continue;
            }
            if (code > free || code >= FIRST_FREE && last < 0) {
                throw new IiifException.Broken("The TIFF file is broken: its LZW data make no sense.");
            }
            int start = filled;
            filled = text(code, free, last, lastLength, into, filled);
            if (last >= 0 && free < 1 << MAX_BITS) {
                from[free] = last;
                length[free] = lastLength + 1; // the last text and the first byte of this one, which follows it
                free++;
            }
            last = start;
            lastLength = filled - start;
            bits = bits(free);
        }
        return filled;
    }

    private int bits(int free) {
        int reached = free + (old ? 0 : 1);
        return reached >= 2048 ? 12 : reached >= 1024 ? 11 : reached >= 512 ? 10 : 9;
    }

    private int text(int code, int free, int last, int lastLength, byte[] into, int at) {
        if (code < CLEAR) {
            into[at] = (byte) code;
            return at + 1;
        }
        int start = code == free ? last : from[code];
        int count = code == free ? lastLength + 1 : length[code];
        int end = Math.min(into.length, at + count);
        for (int i = at; i < end; i++) {
            into[i] = into[start + i - at];
        }
        return end;
    }

    private int code(int bits) {
        if (bit + bits > data.length * 8L) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            int at = (int) (bit >> 3) + i;
            int octet = at < data.length ? data[at] & 0xff : 0;
            code |= old ? octet << 8 * i : octet << 16 - 8 * i;
        }
        int skip = (int) (bit & 7);
        bit += bits;
        return (old ? code >> skip : code >> 24 - bits - skip) & (1 << bits) - 1;
    }
}
