package org.lectern.jpeg2000;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** A codestream without boxes, as an oracle wants it, and what its coding markers say. Knows nothing of the reader. */
record RawCodestream(byte[] bytes) {

    private static final int BOX_JP2C = 0x6a703263;
    private static final int SOC = 0xff4f;
    private static final int COD = 0xff52;
    private static final int COC = 0xff53;
    private static final int SOT = 0xff90;
    private static final int SOD = 0xff93;

    /** Of a JP2 file, or the file itself when it has no boxes. */
    static RawCodestream of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length > 2 && (in.getShort(0) & 0xffff) == SOC) {
            return new RawCodestream(file);
        }
        long at = 0;
        while (at + 8 <= file.length) {
            long length = in.getInt((int) at) & 0xffffffffL;
            int head = length == 1 ? 16 : 8;
            if (in.getInt((int) at + 4) == BOX_JP2C) {
                return new RawCodestream(Arrays.copyOfRange(file, (int) at + head, file.length));
            }
            at += length == 1 ? in.getLong((int) at + 8) : length;
            if (length == 0) {
                break;
            }
        }
        throw new IllegalArgumentException("no codestream in it");
    }

    /**
     * The components of which a tile may be coded by the irreversible wavelet. A tile's own markers count for all of the
     * picture when they say irreversible, and not at all when they say reversible.
     */
    BitSet irreversible() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int components = in.getShort(40) & 0xffff;
        int wide = components < 257 ? 1 : 2; // a component's number in COC
        var irreversible = new BitSet(components);
        int at = 2;
        int part = -1;
        while (at + 12 <= bytes.length) {
            int marker = in.getShort(at) & 0xffff;
            if (marker == SOD) {
                int length = in.getInt(part + 6);
                if (length <= 0) {
                    break;
                }
                at = part + length;
                continue;
            }
            if (marker < 0xff01) {
                break;
            }
            part = marker == SOT ? at : part;
            if (marker == COD) {
                set(irreversible, 0, components, bytes[at + 13], part < 0);
            }
            if (marker == COC) {
                int component = wide == 1 ? bytes[at + 4] & 255 : in.getShort(at + 4) & 0xffff;
                set(irreversible, component, component + 1, bytes[at + 9 + wide], part < 0);
            }
            at += 2 + (in.getShort(at + 2) & 0xffff);
        }
        return irreversible;
    }

    private static void set(BitSet irreversible, int from, int to, byte transform, boolean mainHeader) {
        if (transform == 0 || mainHeader) {
            irreversible.set(from, to, transform == 0);
        }
    }
}
