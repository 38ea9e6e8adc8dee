package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The arithmetic encoder, drawn after the flow charts of T.800 annex C.2. Contexts live on over terminations; for one
 * code-block.
 */
final class MqEncoder {

    /** Qe, NMPS, NLPS, SWITCH: Table C.2. */
    static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}};

    private final int[] index;
    private final int[] likely;
    private final int[] start;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean began;
    private int a;
    private int c;
    private int ct;
    private int b;

    /** With the state each context begins in. */
    MqEncoder(int[] start) {
        this.start = start.clone();
        index = start.clone();
        likely = new int[start.length];
        begin();
    }

    /** INITENC: a new codeword segment. */
    private void begin() {
        out = new ByteArrayOutputStream();
        began = false;
        a = 0x8000;
        c = 0;
        ct = 12;
        b = 0;
    }

    /** All contexts as they were at first. */
    void reset() {
        System.arraycopy(start, 0, index, 0, start.length);
        Arrays.fill(likely, 0);
    }

    /** Bytes that cannot change any more. */
    int bytes() {
        return out.size();
    }

    void encode(int context, int bit) {
        int[] state = STATES[index[context]];
        int qe = state[0];
        a -= qe;
        if (bit == likely[context]) {
            codeLikely(context, state, qe);
        } else {
            codeUnlikely(context, state, qe);
        }
    }

    private void codeLikely(int context, int[] state, int qe) {
        if ((a & 0x8000) != 0) {
            c += qe;
            return;
        }
        if (a < qe) {
            a = qe;
        } else {
            c += qe;
        }
        index[context] = state[1];
        renormalise();
    }

    private void codeUnlikely(int context, int[] state, int qe) {
        if (a < qe) {
            c += qe;
        } else {
            a = qe;
        }
        likely[context] ^= state[3];
        index[context] = state[2];
        renormalise();
    }

    private void renormalise() {
        do {
            a <<= 1;
            c <<= 1;
            if (--ct == 0) {
                byteOut();
            }
        } while ((a & 0x8000) == 0);
    }

    private void byteOut() {
        if (b != 0xFF && c >= 0x8000000) { // the carry
            b++;
            c &= 0x7FFFFFF;
        }
        int shift = b == 0xFF ? 20 : 19;
        emit();
        b = c >> shift;
        c &= (1 << shift) - 1;
        ct = 27 - shift;
    }

    private void emit() {
        if (began) {
            out.write(b);
        }
        began = true;
    }

    /** FLUSH: the bytes of the segment (C.2.9); another begins. */
    byte[] terminate() {
        int most = c + a;
        c |= 0xFFFF;
        if (c >= most) {
            c -= 0x8000;
        }
        c <<= ct;
        byteOut();
        c <<= ct;
        byteOut();
        return end();
    }

    /** The predictable termination of D.4.2; another segment begins. */
    byte[] terminatePredictably() {
        for (int k = 12 - ct; k > 0; k -= ct) {
            c <<= ct;
            byteOut();
        }
        return end();
    }

    private byte[] end() {
        if (b != 0xFF) {
            emit();
        }
        byte[] segment = out.toByteArray();
        begin();
        return segment;
    }
}
