package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;

/** Bits packed into bytes with a bit stuffed behind each byte of ones: raw passes (D.6) and packet headers (B.10.1). */
final class RawBits {

    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int filling;
    private int free = 8;

    void put(int bit) {
        filling |= bit << --free;
        if (free == 0) {
            flush();
        }
    }

    /** So many bits, the highest first. */
    void put(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            put(value >> i & 1);
        }
    }

    private void flush() {
        out.write(filling);
        free = filling == 0xFF ? 7 : 8;
        filling = 0;
    }

    int bytes() {
        return out.size();
    }

    /** Filled up with zeros, the stuffed bit behind a last byte of ones included. */
    byte[] end() {
        return end(0);
    }

    /** Filled up with 0, 1, 0, 1 … as the predictable termination asks. */
    byte[] endPredictably() {
        return end(1);
    }

    private byte[] end(int alternation) {
        int bit = 0;
        while (free < 8) {
            put(bit);
            bit ^= alternation;
        }
        byte[] all = out.toByteArray();
        out = new ByteArrayOutputStream();
        return all;
    }
}
