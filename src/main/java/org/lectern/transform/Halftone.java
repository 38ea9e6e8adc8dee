package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Grey of 8 bits to black and white by each of the methods: samples of 0 and 255 only, in one band. */
final class Halftone {

    private static final int MIDDLE = 128;

    private Halftone() {}

    /** A new picture, from one of a single band. */
    static BufferedImage of(BufferedImage gray, Bitonal bitonal) {
        BufferedImage result =
                Pixels.create(new Dimensions(gray.getWidth(), gray.getHeight()), Profiles.GRAY, false, 8);
        byte[] from = Pixels.bytes(gray);
        byte[] to = Pixels.bytes(result);
        switch (bitonal.method()) {
            case THRESHOLD -> part(from, to, bitonal.threshold());
            case OTSU -> part(from, to, Otsu.threshold(from).orElse(MIDDLE));
            case DITHER -> ErrorDiffusion.apply(from, to, gray.getWidth());
        }
        return result;
    }

    private static void part(byte[] from, byte[] to, int whiteFrom) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) ((from[i] & 0xff) - whiteFrom >> 31 ^ 0xff); // no branch: text cannot be foretold
        }
    }
}
