package org.lectern.transform;

import java.util.Objects;

/**
 * How grey becomes black and white.
 *
 * @param method what decides about a pixel
 * @param threshold the first grey of 255 that is white, from 1 to 255; for the fixed threshold alone
 */
public record Bitonal(Method method, int threshold) {

    /** What decides about a pixel. */
    public enum Method {
        /** Its grey alone. */
        THRESHOLD,
        /** Its grey, against a threshold that parts the greys of this answer best (Otsu). */
        OTSU,
        /** Its grey and what its neighbours lost, carried on (Floyd and Steinberg): pictures keep their shades. */
        DITHER
    }

    /** White from the middle grey on. */
    public static final Bitonal MIDDLE = new Bitonal(Method.THRESHOLD, 128);

    /** Checks the range. */
    public Bitonal {
        Objects.requireNonNull(method);
        if (threshold < 1 || threshold > 255) {
            throw new IllegalArgumentException("threshold " + threshold + " is not from 1 to 255");
        }
    }
}
