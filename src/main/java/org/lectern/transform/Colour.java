package org.lectern.transform;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * The colours that the encoder takes: sRGB or grey with its curve, converted by the picture's
 * profile, laid on the background when the format has no transparency.
 *
 * <p>When profiles are kept, grey and RGB pictures stay as they are, and are laid on what their profile has for the
 * background's colour; if it has no way back from sRGB, they are converted first. Other inks are converted always.
 *
 * @param target what the encoder takes
 * @param profiles the conversions
 */
public record Colour(Target target, Profiles profiles) implements Step {

    /** Nothing is optional. */
    public Colour {
        Objects.requireNonNull(target);
        Objects.requireNonNull(profiles);
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        boolean flatten = image.getColorModel().hasAlpha() && !target.alpha();
        if (target.keepsProfile() && hasGrayOrRgb(image)) {
            return flatten ? kept(image).orElseGet(() -> converted(image, true)) : image;
        }
        return converted(image, flatten);
    }

    private BufferedImage converted(BufferedImage image, boolean flatten) {
        BufferedImage converted = profiles.toSrgb(image);
        return flatten ? flat(converted, target.look().background()) : converted;
    }

    /** Laid on the background in the picture's own colours. */
    private Optional<BufferedImage> kept(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        int background = target.look().background();
        if (space.isCS_sRGB() || Profiles.isMarker(space)) {
            return Optional.of(flat(image, background));
        }
        try {
            float[] colour = space.fromRGB(new float[] {
                (background >> 16) / 255f, (background >> 8 & 0xff) / 255f, (background & 0xff) / 255f});
            return Optional.of(flat(image, samples(colour, Pixels.bits(image))));
        } catch (CMMException | ProfileDataException | IllegalArgumentException e) {
            return Optional.empty(); // a profile of one direction
        }
    }

    private static int[] samples(float[] colour, int bits) {
        int[] samples = new int[colour.length];
        for (int band = 0; band < samples.length; band++) {
            samples[band] = Math.round(Math.max(0, Math.min(1, colour[band])) * ((1 << bits) - 1));
        }
        return samples;
    }

    private static boolean hasGrayOrRgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        return space instanceof ICC_ColorSpace
                && (space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY);
    }

    /** A grey or sRGB picture without its alpha: laid on a colour, or for a grey one on that colour's grey. */
    static BufferedImage flat(BufferedImage image, int background) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        int full = Pixels.bits(image) == 8 ? 255 : 65_535;
        return flat(image, under(background, Pixels.bands(image) - 1, full / 255));
    }

    private static BufferedImage flat(BufferedImage image, int[] under) {
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()),
                image.getColorModel().getColorSpace(),
                false,
                Pixels.bits(image));
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            lay(source, i * (under.length + 1), under, samples, i * under.length);
        }
        return result;
    }

    private static void lay(Samples source, int from, int[] under, Samples into, int to) {
        long alpha = source.get(from + under.length);
        long full = source.full;
        for (int band = 0; band < under.length; band++) {
            long sum = source.get(from + band) * alpha + under[band] * (full - alpha);
            into.set(to + band, (int) ((sum + full / 2) / full));
        }
    }

    private static int[] under(int background, int bands, int factor) {
        int red = background >> 16;
        int green = background >> 8 & 0xff;
        int blue = background & 0xff;
        if (bands == 1) {
            return new int[] {Tone.luma(red, green, blue) * factor};
        }
        return new int[] {red * factor, green * factor, blue * factor};
    }
}
