package org.lectern.jpeg2000;

/**
 * The MQ arithmetic decoder with the contexts of code-block coding. For one thread.
 *
 * <p>The registers of the standard are kept shifted down by 8 bits, whose places are always empty: C and A have 24
 * bits, a probability Qe is {@code Qe << 8}. Most symbols are the more probable one and need no renormalisation; they
 * cost one subtraction and one comparison, because what is kept apart is {@code d}, the lesser of the two distances
 * to where something happens: how far A is above 0x8000, and C above zero. A and C in the fields lack {@code d}.
 * The passes hold {@code d} in a local variable:
 * <pre>
 *     int state = contexts[context];
 *     int bit = state &amp; 1;
 *     if ((d -= state &amp; QE) &lt; 0) {
 *         int renewed = exchange(context, d);
 *         d = renewed &gt;&gt; 1;
 *         bit = renewed &amp; 1;
 *     }
 * </pre>
 * The idea is of D. Taubman and M. Marcellin, JPEG2000 (2002), section 17.1.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex C and Table D.7</a>
 */
final class MqDecoder {

    /** The first of the nine contexts of significance coding. */
    static final int ZERO = 0;
    /** The context of the run-length symbol. */
    static final int RUN = 17;
    /** The uniform context. */
    static final int UNIFORM = 18;

    /** The bits of a context's state that are its Qe. */
    static final int QE = 0xffffff00;

    private static final int CONTEXTS = 19;
    private static final int UNIFORM_QE = 0x5601 << 8;
    private static final int HALF = 0x800000; // A is brought back to at least this

    /** Table C.2: Qe, next state after the more probable symbol, after the less probable, and whether MPS is switched. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0ac1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1c01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1c01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0ac1, 31, 28, 0}, {0x09c1, 32, 29, 0}, {0x08a1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02a1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    };

    private static final int LESS_PROBABLE = 128;

    /** The state after a state's low 7 bits (number and MPS), {@value #LESS_PROBABLE} further after the less probable symbol. */
    private static final int[] NEXT = next();

    private static final int[] FRESH = fresh();

    /** For each context {@code Qe << 8 | number << 1 | MPS}. */
    final int[] contexts = new int[CONTEXTS];

    /** The distance between passes. */
    int d;

    private int a;
    private int c;
    private int left; // bits of C's low part that are not used up
    private byte[] bytes = {};
    private int at;

    private static int[] next() {
        int[] next = new int[2 * LESS_PROBABLE];
        for (int number = 0; number < STATES.length; number++) {
            int[] state = STATES[number];
            for (int mps = 0; mps < 2; mps++) {
                next[number << 1 | mps] = packed(state[1], mps);
                next[LESS_PROBABLE + (number << 1 | mps)] = packed(state[2], mps ^ state[3]);
            }
        }
        return next;
    }

    private static int packed(int number, int mps) {
        return STATES[number][0] << 8 | number << 1 | mps;
    }

    private static int[] fresh() {
        int[] fresh = new int[CONTEXTS];
        java.util.Arrays.fill(fresh, packed(0, 0));
        fresh[ZERO] = packed(4, 0);
        fresh[RUN] = packed(3, 0);
        fresh[UNIFORM] = packed(46, 0);
        return fresh;
    }

    /** Gives every context its first state (Table D.7). */
    void reset() {
        System.arraycopy(FRESH, 0, contexts, 0, CONTEXTS);
    }

    /**
     * Begins a codeword segment (INITDEC, C.3.5); the contexts stay.
     *
     * @param coded the segment, followed by two bytes 0xFF that are not of it
     * @param from index of its first byte
     */
    void begin(byte[] coded, int from) {
        bytes = coded;
        at = from;
        c = (coded[from] & 0xff) << 8;
        fill();
        c <<= 7;
        left -= 7;
        a = HALF;
        d = 0;
    }

    /** BYTEIN (C.3.4). Behind the segment it stays at the first 0xFF and gives ones for ever. */
    private void fill() {
        int last = bytes[at] & 0xff;
        int next = bytes[at + 1] & 0xff;
        if (last != 0xff) {
            at++;
            c += next;
            left = 8;
        } else if (next <= 0x8f) {
            at++;
            c += next << 1;
            left = 7;
        } else {
            c += 0xff;
            left = 8;
        }
    }

    /**
     * Goes on where the distance is used up: LPS_EXCHANGE or MPS_EXCHANGE, then RENORMD (C.3.2, C.3.3).
     *
     * @param context being decoded
     * @param distance below zero
     * @return the new distance {@code << 1}, and the symbol
     */
    int exchange(int context, int state, int distance) {
        int qe = state & QE;
        int interval = a + distance;
        int code = c + distance;
        int lower = code >> 31; // all ones when C points into the lower part, of the size of Qe
        int less = (code ^ interval - qe) >>> 31; // conditional exchange: the lower part is the less probable unless it is larger
        contexts[context] = NEXT[(state & 0x7f) + less * LESS_PROBABLE];
        c = code + (qe & lower);
        a = interval + (qe - interval & lower);
        renormalise();
        int apart = Math.min(a - HALF, c);
        a -= apart;
        c -= apart;
        return apart << 1 | (state & 1) ^ less;
    }

    /** Decodes a symbol of the uniform context, whose state never changes: the new distance {@code << 1}, and the symbol. */
    int uniform(int distance) {
        int nearer = distance - UNIFORM_QE;
        if (nearer >= 0) {
            return nearer << 1;
        }
        int interval = a + nearer;
        int code = c + nearer;
        int lower = code >> 31;
        int less = (code ^ interval - UNIFORM_QE) >>> 31;
        c = code + (UNIFORM_QE & lower);
        a = interval + (UNIFORM_QE - interval & lower);
        renormalise();
        int apart = Math.min(a - HALF, c);
        a -= apart;
        c -= apart;
        return apart << 1 | less;
    }

    private void renormalise() {
        int shift = Integer.numberOfLeadingZeros(a) - 8;
        a <<= shift;
        while (shift > left) {
            c <<= left;
            shift -= left;
            fill();
        }
        c <<= shift;
        left -= shift;
    }
}
