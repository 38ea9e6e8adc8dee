package org.lectern.transform;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ImagingOpException;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * Conversion by a profile: the colours through Java's colour management, alpha beside them. Java takes the profile of
 * a press by relative colorimetric intent, any other by perceptual. The black of a press is not stretched to that of
 * the screen: prints look as they do on paper.
 */
final class ProfileConversion implements Conversion {

    private static final int STRIP_PIXELS = 1 << 18; // bounds the packed copies

    private final ICC_ColorSpace space;
    private final IccTransforms transforms;

    private ProfileConversion(ICC_ColorSpace space, IccTransforms transforms) {
        this.space = space;
        this.transforms = transforms;
    }

    /** What suits the profile: nothing, a table for grey, colour management, or less when it is broken. */
    static Conversion of(ICC_ColorSpace space) {
        try {
            var conversion = new ProfileConversion(space, new IccTransforms(space.getProfile()));
            return switch (space.getType()) {
                case ColorSpace.TYPE_GRAY -> GrayTable.of(conversion.transforms);
                case ColorSpace.TYPE_RGB -> conversion.isSrgb()
                        ? ProfileConversion::renamed
                        : MatrixConversion.of(space.getProfile(), conversion.transforms, conversion).orElse(conversion);
                default -> conversion.tried();
            };
        } catch (CMMException | ProfileDataException | ImagingOpException | IllegalArgumentException e) {
            return Untagged.of(space);
        }
    }

    /** Whether it changes no colour by more than one level of 255. */
    private boolean isSrgb() {
        byte[] probe = cube(3, 6);
        byte[] converted = new byte[probe.length];
        transforms.convert(probe, converted, probe.length / 3);
        for (int i = 0; i < probe.length; i++) {
            if (Math.abs((probe[i] & 0xff) - (converted[i] & 0xff)) > 1) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage renamed(BufferedImage image) {
        var model = Pixels.colorModel(Profiles.SRGB, image.getColorModel().hasAlpha(), Pixels.bits(image));
        return new BufferedImage(model, image.getRaster(), false, null);
    }

    private ProfileConversion tried() {
        byte[] probe = cube(space.getNumComponents(), 2);
        int pixels = probe.length / space.getNumComponents();
        transforms.convert(probe, new byte[pixels * 3], pixels);
        return this;
    }

    /** All colours of a few steps a band. */
    private static byte[] cube(int bands, int steps) {
        int pixels = (int) Math.min(4096, Math.pow(steps, bands));
        byte[] samples = new byte[pixels * bands];
        for (int i = 0; i < pixels; i++) {
            int rest = i;
            for (int band = 0; band < bands; band++, rest /= steps) {
                samples[i * bands + band] = (byte) (rest % steps * 255 / (steps - 1));
            }
        }
        return samples;
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), Profiles.SRGB, alpha, Pixels.bits(image));
        int pixels = image.getWidth() * image.getHeight();
        for (int from = 0; from < pixels; from += STRIP_PIXELS) {
            int count = Math.min(STRIP_PIXELS, pixels - from);
            if (Pixels.bits(image) == 8) {
                convertBytes(image, result, from, count);
            } else {
                convertShorts(image, result, from, count);
            }
        }
        if (alpha) {
            copyAlpha(image, result);
        }
        return result;
    }

    private void convertBytes(BufferedImage image, BufferedImage result, int at, int count) {
        int colours = space.getNumComponents();
        byte[] packed = new byte[count * colours];
        pack(Pixels.bytes(image), at, Pixels.bands(image), packed, 0, colours, colours, count);
        byte[] converted = new byte[count * 3];
        transforms.convert(packed, converted, count);
        pack(converted, 0, 3, Pixels.bytes(result), at, Pixels.bands(result), 3, count);
    }

    private void convertShorts(BufferedImage image, BufferedImage result, int at, int count) {
        int colours = space.getNumComponents();
        short[] packed = new short[count * colours];
        pack(Pixels.shorts(image), at, Pixels.bands(image), packed, 0, colours, colours, count);
        short[] converted = new short[count * 3];
        transforms.convert(packed, converted, count);
        pack(converted, 0, 3, Pixels.shorts(result), at, Pixels.bands(result), 3, count);
    }

    /** Copies the first bands of pixels from one array to another; positions in pixels. */
    private static void pack(
            Object from, int fromPixel, int fromBands, Object to, int toPixel, int toBands, int bands, int count) {
        if (fromBands == toBands) {
            System.arraycopy(from, fromPixel * fromBands, to, toPixel * toBands, count * bands);
            return;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(from, (fromPixel + i) * fromBands, to, (toPixel + i) * toBands, bands);
        }
    }

    private static void copyAlpha(BufferedImage image, BufferedImage result) {
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        int bands = Pixels.bands(image);
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            samples.set(4 * i + 3, source.get(i * bands + bands - 1));
        }
    }
}
