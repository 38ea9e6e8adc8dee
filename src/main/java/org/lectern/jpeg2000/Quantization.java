package org.lectern.jpeg2000;

/**
 * QCD or QCC: how coefficients were quantised. Immutable; {@code steps} is not to be written.
 *
 * @param kind one of {@link #NONE}, {@link #DERIVED}, {@link #EXPOUNDED}
 * @param guardBits 0 to 7
 * @param steps for each sub-band exponent and mantissa, {@code exponent << 11 | mantissa}: LL, then HL, LH, HH of each
 *     resolution upwards; a single one when derived. May be fewer than the component has sub-bands
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.6.4 and E.1</a>
 */
record Quantization(int kind, int guardBits, int[] steps) {

    static final int NONE = 0;
    static final int DERIVED = 1;
    static final int EXPOUNDED = 2;

    /** Whether it tells of a sub-band of this number, counted LL, HL1, LH1, HH1, HL2 … from the lowest resolution. */
    boolean tells(int band) {
        return kind == DERIVED ? steps.length > 0 : band < steps.length;
    }

    /** Exponent of a sub-band (E-5 when derived). */
    int exponent(int band) {
        if (kind != DERIVED) {
            return steps[band] >> 11;
        }
        return Math.max(0, (steps[0] >> 11) - (band == 0 ? 0 : (band - 1) / 3));
    }

    /** Mantissa of a sub-band, 0 to 2047. */
    int mantissa(int band) {
        return steps[kind == DERIVED ? 0 : band] & 0x7ff;
    }
}
