package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.util.OptionalDouble;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;

/**
 * Writes one image format. Stateless, thread-safe, deterministic: equal pixels give equal bytes.
 */
public interface Encoder {

    /** What it writes. */
    Format format();

    /** Whether the format keeps an alpha band; when not, the picture it is given has none. */
    boolean alpha();

    /** Whether the format embeds a colour profile; when not, the picture it is given is grey or sRGB. */
    boolean profile();

    /** Deepest samples it keeps: 8 or 16; what it is given is not deeper. */
    int bits();

    /** Its settings in short, part of every cache key: a changed setting is a different answer. */
    String settings();

    /**
     * Heap bytes that writing takes at its peak, besides the picture it is given and the bytes it has written: an upper
     * estimate for what pictures are like, which noise may exceed.
     *
     * @param size of the picture
     * @param bands all, alpha included
     * @param bits a sample
     */
    default long cost(Dimensions size, int bands, int bits) {
        return 0;
    }

    /**
     * Writes a picture.
     *
     * @param image normal form; grey (CS_GRAY marker), or sRGB, with alpha only when {@link #alpha()};
     *     or with another profile, which is then embedded where the format can
     * @param bitonal whether all samples are 0 or full: formats that can, write 1 bit
     * @param dpi dots an inch to note where the format can
     * @param out where to; not closed
     */
    void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out);
}
