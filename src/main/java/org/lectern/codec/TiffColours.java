package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.util.Optional;
import org.lectern.core.IiifException;
import org.lectern.image.Quality;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffTag;

/**
 * What the samples of a TIFF picture mean, and how they become the normal form: inverted where white is
 * zero, palettes expanded, YCbCr, Lab and CMYK without a profile made sRGB, alpha divided out, other
 * extra samples dropped.
 */
final class TiffColours {

    private static final int WHITE_IS_ZERO = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int MASK = 4;
    private static final int INKS = 5;
    private static final int YCBCR = 6;
    private static final int CIELAB = 8;
    private static final int ICCLAB = 9;
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    private final TiffDirectory directory;
    private final int photometric;
    private final int colours;
    private final int alpha; // its sample, or -1
    private final boolean associated;
    private final Optional<ColorSpace> profile;
    private final Palette palette;
    private final int bits;
    private final int full;
    private final double[] weights = new double[3]; // of red, green and blue in luminance
    private final double[] blackWhite = new double[6];
    private final boolean lifted; // whether differences of Lab count from -128 at 0

    TiffColours(TiffDirectory directory) {
        this.directory = directory;
        boolean coded = new TiffStored(directory).coded();
        photometric = coded && directory.photometric() == YCBCR ? RGB : directory.photometric();
        colours = Math.min(coloursOf(photometric), directory.samples());
        alpha = alphaSample();
        associated = alpha >= 0 && directory.number(TiffTag.EXTRA_SAMPLES, alpha - colours, 0) == ASSOCIATED;
        palette = photometric == PALETTE ? palette() : new Palette(new byte[0], false);
        bits = photometric == PALETTE || directory.bits(0) <= 8 ? 8 : 16;
        full = bits == 8 ? 255 : 65535;
        profile = photometric == RGB || photometric == INKS && colours == 4 || photometric <= 1
                ? EmbeddedProfile.space(directory.bytes(TiffTag.ICC_PROFILE, EmbeddedProfile.MAX_BYTES), colours)
                : Optional.empty();
        lifted = photometric == ICCLAB || directory.sampleFormat(1) == 2;
        for (int i = 0; i < 6; i++) {
            double usual = i == 0 ? 0 : i == 2 || i == 4 ? full / 2 + 1 : full;
            blackWhite[i] = directory.real(TiffTag.REFERENCE_BLACK_WHITE, i, usual);
            weights[i / 2] = directory.real(TiffTag.YCBCR_COEFFICIENTS, i / 2, i < 2 ? 0.299 : i < 4 ? 0.587 : 0.114);
        }
    }

    private static int coloursOf(int photometric) {
        return switch (photometric) {
            case WHITE_IS_ZERO, 1, PALETTE, MASK -> 1;
            case RGB, YCBCR, CIELAB, ICCLAB -> 3;
            case INKS -> 4;
            default -> throw new IiifException.Unsupported("TIFF with photometric interpretation " + photometric
                    + " is not read; grey, RGB, palette, CMYK, YCbCr and Lab are.");
        };
    }

    private int alphaSample() {
        int extras = directory.samples() - colours;
        for (int i = 0; i < extras; i++) {
            long meaning = directory.number(TiffTag.EXTRA_SAMPLES, i, 0);
            if (photometric != PALETTE && (meaning == ASSOCIATED || meaning == UNASSOCIATED)) {
                return colours + i;
            }
        }
        return -1;
    }

    private Palette palette() {
        int depth = directory.bits(0);
        if (depth > 8 || directory.count(TiffTag.COLOR_MAP) < 3L << depth) {
            throw new IiifException.Broken("The TIFF file is broken: its palette is missing or too short.");
        }
        byte[] entries = new byte[3 << depth];
        boolean narrow = narrow(entries.length); // some writers mean 8 bits
        for (int i = 0; i < entries.length; i++) {
            long value = directory.number(TiffTag.COLOR_MAP, (long) (i % 3 << depth) + i / 3, 0);
            entries[i] = (byte) (narrow ? value : value >> 8);
        }
        return Palette.of(entries, 3, 0, 1, 2);
    }

    private boolean narrow(int values) {
        for (int i = 0; i < values; i++) {
            if (directory.number(TiffTag.COLOR_MAP, i, 0) > 255) {
                return false;
            }
        }
        return true;
    }

    int bits() {
        return bits;
    }

    boolean alpha() {
        return alpha >= 0;
    }

    boolean indexed() {
        return photometric == PALETTE;
    }

    /** Whether the stored samples of 8 bits are those of the normal form already. */
    boolean plain() {
        return (photometric == 1 || photometric == RGB || photometric == INKS && profile.isPresent())
                && directory.sampleFormat(0) == 1
                && !associated
                && directory.samples() == colours + (alpha() ? 1 : 0);
    }

    /** Space of the decoded picture's colours. */
    ColorSpace space() {
        if (indexed()) {
            return palette.space();
        }
        return profile.orElseGet(
                () -> ColorSpace.getInstance(colours == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB));
    }

    /** What the default quality gives. */
    Quality nature() {
        if (indexed()) {
            return palette.nature();
        }
        if (colours > 1) {
            return Quality.COLOR;
        }
        return directory.bits(0) == 1 && !alpha() ? Quality.BITONAL : Quality.GRAY;
    }

    /**
     * Writes one pixel.
     *
     * @param values all its samples in the range of the normal form; of a palette, the index
     * @param into where to
     * @param at index of its first sample
     */
    void put(int[] values, Samples into, int at) {
        if (indexed()) {
            index(values[0], into, at);
            return;
        }
        int opacity = alpha() ? values[alpha] : full;
        if (associated && opacity > 0 && opacity < full) {
            for (int i = 0; i < colours; i++) {
                values[i] = (int) Math.min(full, ((long) values[i] * full + opacity / 2) / opacity);
            }
        }
        int bands = colours(values, into, at);
        if (alpha()) {
            into.set(at + bands, opacity);
        }
    }

    private void index(int index, Samples into, int at) {
        int bands = palette.bands();
        byte[] pixel = new byte[bands];
        palette.put(index, pixel, 0, bands);
        for (int band = 0; band < bands; band++) {
            into.set(at + band, pixel[band] & 0xff);
        }
    }

    /** Writes the colour bands; returns how many. */
    private int colours(int[] values, Samples into, int at) {
        if (colours == 1) {
            boolean inverted = photometric == WHITE_IS_ZERO || photometric == INKS;
            into.set(at, inverted ? full - values[0] : values[0]);
            return 1;
        }
        if (profile.isPresent()) {
            for (int i = 0; i < colours; i++) {
                into.set(at + i, values[i]);
            }
            return colours;
        }
        int[] rgb = rgb(values);
        for (int i = 0; i < 3; i++) {
            into.set(at + i, rgb[i]);
        }
        return 3;
    }

    private int[] rgb(int[] values) {
        return switch (photometric) {
            case INKS -> inks(values);
            case YCBCR -> luminance(values);
            case CIELAB, ICCLAB -> lab(values);
            default -> new int[] {values[0], values[1], values[colours > 2 ? 2 : 1]};
        };
    }

    private int[] inks(int[] values) {
        long paper = colours > 3 ? full - values[3] : full;
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = (int) (((full - (i < colours ? values[i] : 0)) * paper + full / 2) / full);
        }
        return rgb;
    }

    private int[] luminance(int[] values) {
        double y = levelled(values[0], 0, full);
        double r = y + levelled(values[2], 4, full / 2) * (2 - 2 * weights[0]);
        double b = y + levelled(values[1], 2, full / 2) * (2 - 2 * weights[2]);
        return new int[] {clamp(r), clamp((y - weights[0] * r - weights[2] * b) / weights[1]), clamp(b)};
    }

    /** A value between the black and white of ReferenceBlackWhite, or of the full range. */
    private double levelled(int value, int index, double range) {
        double from = blackWhite[index];
        double to = blackWhite[index + 1];
        return to > from ? (value - from) * range / (to - from) : value - from;
    }

    private int[] lab(int[] values) {
        double unit = (full + 1) / 256.0;
        double lightness = 100.0 * values[0] / full;
        return Lab.D50.toRgb(lightness, difference(values[1], unit), difference(values[2], unit), full);
    }

    private double difference(int value, double unit) {
        if (lifted) {
            return value / unit - 128;
        }
        return (value > full / 2 ? value - full - 1 : value) / unit;
    }

    private int clamp(double value) {
        return (int) Math.round(Math.min(full, Math.max(0, value)));
    }
}
