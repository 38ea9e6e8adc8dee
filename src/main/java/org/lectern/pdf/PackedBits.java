package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;

/** Takes bytes and writes bits: 1 for what is at least 128, the first highest, each row from a new byte. */
final class PackedBits extends OutputStream {

    private final OutputStream out;
    private final int width;
    private int column;
    private int bits;

    /** For rows of so many. */
    PackedBits(OutputStream out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public void write(int value) throws IOException {
        bits |= (value >> 7 & 1) << 7 - column % 8;
        column++;
        if (column % 8 == 0 || column == width) {
            out.write(bits);
            bits = 0;
        }
        column = column == width ? 0 : column;
    }
}
