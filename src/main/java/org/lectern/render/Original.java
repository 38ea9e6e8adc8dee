package org.lectern.render;

import org.lectern.blob.Picture;
import org.lectern.codec.Decoder;
import org.lectern.codec.Pyramid;

/**
 * A picture with what is known of it.
 *
 * @param picture which
 * @param pyramid its header
 * @param decoder what reads it
 */
record Original(Picture picture, Pyramid pyramid, Decoder decoder) {

    String validator() {
        return picture.validator();
    }
}
