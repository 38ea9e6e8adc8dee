package org.lectern.transform;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** What is done without a usable profile. */
enum Untagged implements Conversion {
    /** The first band is grey. */
    GRAY(Profiles.GRAY, 1) {
        @Override
        void convert(Samples from, int at, Samples into, int to) {
            into.set(to, from.get(at));
        }
    },
    /** The first three bands are sRGB. */
    RGB(Profiles.SRGB, 3) {
        @Override
        void convert(Samples from, int at, Samples into, int to) {
            into.copy(to, from, at, 3);
        }
    },
    /** Ideal inks: each takes its share of the light. */
    CMYK(Profiles.SRGB, 3) {
        @Override
        void convert(Samples from, int at, Samples into, int to) {
            long full = into.full;
            long light = full - from.get(at + 3);
            for (int band = 0; band < 3; band++) {
                into.set(to + band, (int) (((full - from.get(at + band)) * light + full / 2) / full));
            }
        }
    };

    private final ColorSpace space;
    private final int colours;

    Untagged(ColorSpace space, int colours) {
        this.space = space;
        this.colours = colours;
    }

    /** By the kind of colours alone. */
    static Untagged of(ColorSpace space) {
        if (space.getType() == ColorSpace.TYPE_CMYK) {
            return CMYK;
        }
        return space.getNumComponents() < 3 ? GRAY : RGB;
    }

    /** Converts the colours of one pixel. */
    abstract void convert(Samples from, int at, Samples into, int to);

    @Override
    public BufferedImage apply(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), space, alpha, Pixels.bits(image));
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        int bands = Pixels.bands(image);
        int width = colours + (alpha ? 1 : 0);
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            convert(source, i * bands, samples, i * width);
            if (alpha) {
                samples.set(i * width + colours, source.get(i * bands + bands - 1));
            }
        }
        return result;
    }
}
