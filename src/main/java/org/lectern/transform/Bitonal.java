package org.lectern.transform;

import java.util.Objects;

/**
 * How grey becomes black and white: the quality {@code bitonal}.
 *
 * <p>Only a fixed threshold looks at each pixel alone. The others look at the answer: viewers put a picture together
 * from many answers, its tiles, and their seams can show, since each tile has its own threshold, or begins its own grain.
 *
 * @param method what decides about a pixel
 * @param threshold the first grey of 255 that is white, from 1 to 255; for the fixed threshold alone
 * @see <a href="https://iiif.io/api/image/3.0/#44-quality">Image API 3.0, 4.4</a>
 */
public record Bitonal(Method method, int threshold) {

    /** What decides about a pixel. */
    public enum Method {
        /** Its grey alone. */
        THRESHOLD,
        /**
         * Its grey, against a threshold that parts the greys of this answer best (Otsu); the middle grey when they are
         * of about one: an empty page stays white, though its paper is not.
         */
        OTSU,
        /**
         * Its grey and what its neighbours lost, carried on (Floyd and Steinberg): pictures keep their shades. Rows run
         * there and back; equal answers are equal dots.
         */
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
