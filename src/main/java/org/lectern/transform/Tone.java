package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;

/**
 * The {quality} of an image request.
 *
 * <p>{@code gray}: the luma of Rec. 709 (0.2126, 0.7152, 0.0722) of the values of sRGB. Pictures with another
 * profile are converted first, since the greys of CMYK or of an unknown RGB mean nothing. {@code bitonal}: that grey,
 * laid on the background, then black or white as {@link Bitonal} says; 8 bits, one band. {@code default} and
 * {@code color}: what there is; grey pictures stay of one band, and those of one bit have greys only where they were
 * made smaller.
 *
 * @param quality what was asked for
 * @param target what the encoder takes
 * @param profiles the conversions
 * @see <a href="https://iiif.io/api/image/3.0/#44-quality">Image API 3.0, 4.4</a>
 */
public record Tone(Quality quality, Target target, Profiles profiles) implements Step {

    /** Nothing is optional. */
    public Tone {
        Objects.requireNonNull(quality);
        Objects.requireNonNull(target);
        Objects.requireNonNull(profiles);
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        return switch (quality) {
            case DEFAULT, COLOR -> image;
            case GRAY -> gray(profiles.toSrgb(image));
            case BITONAL -> bitonal(gray(profiles.toSrgb(image)));
        };
    }

    private BufferedImage bitonal(BufferedImage gray) {
        Look look = target.look();
        return Halftone.of(Colour.flat(new Depth().apply(gray), look.background()), look.bitonal());
    }

    /** The grey of a colour, in the same range. */
    static int luma(int red, int green, int blue) {
        return (2126 * red + 7152 * green + 722 * blue + 5000) / 10000;
    }

    private static BufferedImage gray(BufferedImage image) {
        if (Pixels.isGray(image)) {
            return image;
        }
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), Profiles.GRAY, alpha, Pixels.bits(image));
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        int bands = Pixels.bands(image);
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            int from = i * bands;
            int gray = luma(source.get(from), source.get(from + 1), source.get(from + 2));
            samples.set(alpha ? 2 * i : i, gray);
            if (alpha) {
                samples.set(2 * i + 1, source.get(from + 3));
            }
        }
        return result;
    }
}
