package org.lectern.jpeg2000;

/** Exponents and mantissas that the encoder quantises with: T.800 A.6.4 and annex E. */
final class Steps {

    private static final int[] GAIN = {0, 1, 1, 2};

    private Steps() {}

    private static int gain(int band) {
        return band == 0 ? 0 : GAIN[(band - 1) % 3 + 1];
    }

    /** Large enough that no coefficient needs more bit-planes than there are. */
    static int exponent(Encoding.Style style, int bits, boolean componentTransform, int band) {
        if (style.reversible) {
            return bits + gain(band) + (componentTransform ? 1 : 0) + Math.max(0, 2 - style.guardBits);
        }
        if (style.derived) {
            return bits + style.fineness - (band == 0 ? 0 : (band - 1) / 3);
        }
        return bits + gain(band) + style.fineness;
    }

    static int mantissa(Encoding.Style style, int band) {
        return style.derived ? style.mantissa : (style.mantissa + 97 * band) % 2048;
    }

    /** Of the 9/7. */
    static double size(Encoding.Style style, int bits, int band) {
        return Math.scalb(1 + mantissa(style, band) / 2048.0, bits + gain(band) - exponent(style, bits, false, band));
    }

    static int bitPlanes(Encoding.Style style, int bits, boolean componentTransform, int band) {
        return style.guardBits + exponent(style, bits, componentTransform, band) - 1;
    }
}
