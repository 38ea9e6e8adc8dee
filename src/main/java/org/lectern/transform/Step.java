package org.lectern.transform;

import java.awt.image.BufferedImage;

/**
 * One operation on pixels. Pure: the argument is never written into (it may be a tile that other
 * threads share), the result is new or the argument itself. Both have the normal form of
 * {@code org.lectern.pixels.Pixels}.
 */
@FunctionalInterface
public interface Step {

    /** The picture after this step. */
    BufferedImage apply(BufferedImage image);
}
