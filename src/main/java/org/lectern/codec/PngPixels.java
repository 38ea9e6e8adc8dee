package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Turns the stored samples of a PNG file into the normal form. */
final class PngPixels {

    private final PngHeader header;
    private final Palette palette;
    private final Samples samples;
    private final byte[] bytes;
    private final int bands;
    private final int channels;
    private final int depth;
    private final int full;

    PngPixels(PngHeader header, Dimensions size, ColorSpace space) {
        this.header = header;
        palette = header.indexed() ? header.colours() : new Palette(new byte[0], false);
        samples = new Samples(size, space, header.alpha(), header.depth() == 16 ? 16 : 8);
        bytes = header.depth() == 16 ? new byte[0] : Pixels.bytes(samples.image());
        bands = Pixels.bands(samples.image());
        channels = header.channels();
        depth = header.depth();
        full = depth == 16 ? 65535 : 255;
    }

    BufferedImage image() {
        return samples.image();
    }

    /** Writes the pixel of a row to its place in the picture. */
    void put(byte[] row, int column, int pixel) {
        int at = pixel * bands;
        if (header.indexed()) {
            palette.put(sample(row, column), bytes, at, bands);
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            int value = sample(row, column * channels + channel);
            samples.set(at + channel, depth < 8 ? value * 255 / ((1 << depth) - 1) : value);
        }
        if (bands > channels) {
            samples.set(at + channels, clear(row, column) ? 0 : full);
        }
    }

    private boolean clear(byte[] row, int column) {
        byte[] key = header.transparency();
        for (int channel = 0; channel < channels; channel++) {
            int wanted = (key[channel * 2] & 0xff) << 8 | key[channel * 2 + 1] & 0xff;
            int bits = (1 << depth) - 1;
            if (sample(row, column * channels + channel) != (wanted & bits)) {
                return false;
            }
        }
        return true;
    }

    private int sample(byte[] row, int index) {
        if (depth == 8) {
            return row[index] & 0xff;
        }
        if (depth == 16) {
            return (row[index * 2] & 0xff) << 8 | row[index * 2 + 1] & 0xff;
        }
        int bit = index * depth;
        return (row[bit >> 3] & 0xff) >> 8 - depth - (bit & 7) & (1 << depth) - 1;
    }
}
