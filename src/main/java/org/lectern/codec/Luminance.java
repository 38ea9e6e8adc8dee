package org.lectern.codec;

/** Conversions of colours that files need before any profile can speak: all of full range, 8 bits. */
final class Luminance {

    private static final int ONE = 1 << 16;
    private static final int HALF = ONE / 2;

    private Luminance() {}

    /** YCbCr of JFIF to RGB, in place; {@code stride} samples a pixel, the first three converted. */
    static void toRgb(byte[] samples, int stride) {
        for (int i = 0; i + 2 < samples.length; i += stride) {
            int y = (samples[i] & 0xff) * ONE + HALF;
            int cb = (samples[i + 1] & 0xff) - 128;
            int cr = (samples[i + 2] & 0xff) - 128;
            samples[i] = clamp(y + 91881 * cr >> 16);
            samples[i + 1] = clamp(y - 22554 * cb - 46802 * cr >> 16);
            samples[i + 2] = clamp(y + 116130 * cb >> 16);
        }
    }

    /** Every sample from 255 for none to 255 for all, or back, in place. */
    static void invert(byte[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
    }

    /**
     * CMYK of an unknown press to sRGB: each of red, green and blue is what its ink and black let
     * through, {@code (255 - ink) × (255 - black) / 255}.
     */
    static byte[] inksToRgb(byte[] cmyk) {
        byte[] rgb = new byte[cmyk.length / 4 * 3];
        for (int from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
            int paper = 255 - (cmyk[from + 3] & 0xff);
            for (int band = 0; band < 3; band++) {
                rgb[to + band] = (byte) (((255 - (cmyk[from + band] & 0xff)) * paper + 127) / 255);
            }
        }
        return rgb;
    }

    private static byte clamp(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
