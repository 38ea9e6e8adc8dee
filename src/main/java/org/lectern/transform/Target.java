package org.lectern.transform;

/**
 * What the encoder behind the chain can take.
 *
 * @param alpha whether it keeps transparency; when not, the picture is laid on the background
 * @param bits deepest samples it keeps, 8 or 16
 * @param background {@code 0xRRGGBB} under transparent pixels and beside turned pictures
 * @param keepProfile whether grey and RGB pictures keep their own profile instead of becoming sRGB
 */
public record Target(boolean alpha, int bits, int background, boolean keepProfile) {

    /** White, what paper is. */
    public static final int WHITE = 0xffffff;

    /** Checks depth and colour. */
    public Target {
        if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException(bits + " bits a sample");
        }
        if ((background & ~WHITE) != 0) {
            throw new IllegalArgumentException("background " + Integer.toHexString(background) + " is not 0xRRGGBB");
        }
    }
}
