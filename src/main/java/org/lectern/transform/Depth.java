package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Sixteen bits a sample become eight, rounded to the nearest. */
public record Depth() implements Step {

    @Override
    public BufferedImage apply(BufferedImage image) {
        if (Pixels.bits(image) == 8) {
            return image;
        }
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()),
                image.getColorModel().getColorSpace(),
                image.getColorModel().hasAlpha(),
                8);
        short[] from = Pixels.shorts(image);
        byte[] to = Pixels.bytes(result);
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (((from[i] & 0xffff) + 128) / 257);
        }
        return result;
    }
}
