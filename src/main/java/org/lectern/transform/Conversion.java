package org.lectern.transform;

import java.awt.image.BufferedImage;

/** What one profile asks for to become sRGB. Thread-safe; the argument is not written into. */
@FunctionalInterface
interface Conversion {

    /** The picture as sRGB or grey with its curve, of the same depth, with its alpha. */
    BufferedImage apply(BufferedImage image);
}
