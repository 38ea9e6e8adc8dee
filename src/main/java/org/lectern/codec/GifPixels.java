package org.lectern.codec;

import java.io.EOFException;
import java.io.IOException;
import org.lectern.blob.BlobStream;
import org.lectern.core.IiifException;

/** The colour indices of one GIF frame, decompressed in the order they are stored. */
final class GifPixels {

    private static final int MAX_BITS = 12;

    private final BlobStream in;
    private final int firstBits;
    private final int clear;
    private final short[] prefix = new short[1 << MAX_BITS];
    private final byte[] suffix = new byte[1 << MAX_BITS];
    private final byte[] text = new byte[(1 << MAX_BITS) + 1];
    private int block; // bytes left in the data block
    private int held; // bits read and not yet used
    private int heldBits;

    /** Where the frame's data begin. */
    GifPixels(BlobStream in) throws IOException {
        this.in = in;
        firstBits = in.readUnsignedByte();
        if (firstBits < 1 || firstBits > 8) {
            throw new IiifException.Broken("The GIF file is broken: codes of " + firstBits + " bits do not exist.");
        }
        clear = 1 << firstBits;
    }

    /** Takes pixels in their order, until it has enough. */
    interface Sink {
        /** Takes one index; false when it needs no more. */
        boolean take(int index);
    }

    /** Hands on the indices; tells whether the sink had all it needed. */
    boolean read(Sink sink) throws IOException {
        int bits = firstBits + 1;
        int free = clear + 2;
        int last = -1;
        while (true) {
            int code = code(bits);
            if (code < 0 || code == clear + 1) {
                return false;
            }
            if (code == clear) {
                bits = firstBits + 1;
                free = clear + 2;
                last = -1;
                continue;
            }
            if (code > free || code == free && last < 0) {
                throw new IiifException.Broken("The GIF file is broken: its compressed data make no sense.");
            }
            if (!emit(code, free, last, sink)) {
                return true;
            }
            if (last >= 0 && free < 1 << MAX_BITS) {
                prefix[free] = (short) last;
                suffix[free] = first(code == free ? last : code);
                free++;
                bits = free == 1 << bits && bits < MAX_BITS ? bits + 1 : bits;
            }
            last = code;
        }
    }

    private byte first(int code) {
        int at = code;
        while (at > clear) {
            at = prefix[at];
        }
        return (byte) at;
    }

    private boolean emit(int code, int free, int last, Sink sink) {
        int length = 0;
        int at = code;
        if (code == free) { // the entry that is only now being made: the last text and its first index again
            text[length++] = first(last);
            at = last;
        }
        while (at > clear) {
            text[length++] = suffix[at];
            at = prefix[at];
        }
        text[length++] = (byte) at;
        while (length > 0) {
            if (!sink.take(text[--length] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** The next code, or -1 at the end of the data. */
    private int code(int bits) throws IOException {
        while (heldBits < bits) {
            if (block == 0) {
                block = nextBlock();
                if (block == 0) {
                    return -1;
                }
            }
            int octet = in.read();
            if (octet < 0) {
                return -1;
            }
            held |= octet << heldBits;
            heldBits += 8;
            block--;
        }
        int code = held & (1 << bits) - 1;
        held >>>= bits;
        heldBits -= bits;
        return code;
    }

    private int nextBlock() throws IOException {
        try {
            return in.readUnsignedByte();
        } catch (EOFException e) {
            return 0;
        }
    }
}
