package org.lectern.codec;

import java.awt.color.ColorSpace;
import org.lectern.image.Quality;

/**
 * The colours of an indexed picture.
 *
 * @param rgba red, green, blue and alpha of each entry, 8 bits each
 * @param alpha whether any entry is not opaque, or the picture has transparent places of its own
 */
record Palette(byte[] rgba, boolean alpha) {

    /** From entries of three bytes; {@code order} has the places of red, green and blue in them. */
    static Palette of(byte[] entries, int entryBytes, int... order) {
        byte[] rgba = new byte[entries.length / entryBytes * 4];
        for (int i = 0; i < rgba.length / 4; i++) {
            for (int band = 0; band < 3; band++) {
                rgba[i * 4 + band] = entries[i * entryBytes + order[band]];
            }
            rgba[i * 4 + 3] = (byte) 255;
        }
        return new Palette(rgba, false);
    }

    int size() {
        return rgba.length / 4;
    }

    /** Whether every opaque entry is a shade of grey. */
    boolean gray() {
        for (int i = 0; i < rgba.length; i += 4) {
            if (rgba[i + 3] != 0 && (rgba[i] != rgba[i + 1] || rgba[i] != rgba[i + 2])) {
                return false;
            }
        }
        return true;
    }

    /** What a picture of these colours is by nature. */
    Quality nature() {
        if (!gray()) {
            return Quality.COLOR;
        }
        return !alpha && size() <= 2 && onlyBlackAndWhite() ? Quality.BITONAL : Quality.GRAY;
    }

    private boolean onlyBlackAndWhite() {
        for (int i = 0; i < rgba.length; i += 4) {
            if (rgba[i] != 0 && rgba[i] != (byte) 255) {
                return false;
            }
        }
        return true;
    }

    /** Bands of the expanded picture. */
    int bands() {
        return (gray() ? 1 : 3) + (alpha ? 1 : 0);
    }

    /** The space of the expanded picture without a profile of its own. */
    ColorSpace space() {
        return ColorSpace.getInstance(gray() ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    }

    /** Writes a pixel of {@code bands} samples; an index outside the palette is opaque black. */
    void put(int index, byte[] into, int at, int bands) {
        boolean inside = index < size();
        for (int band = 0; band < bands; band++) {
            boolean isAlpha = alpha && band == bands - 1;
            into[at + band] = inside ? rgba[index * 4 + (isAlpha ? 3 : band)] : (byte) (isAlpha ? 255 : 0);
        }
    }
}
