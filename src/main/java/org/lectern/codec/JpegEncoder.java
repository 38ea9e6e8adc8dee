package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.jpeg.BaselineEncoder;
import org.lectern.jpeg.ChromaSampling;
import org.lectern.jpeg.ProgressiveEncoder;
import org.lectern.pixels.Pixels;

/**
 * Writes JPEG, baseline or progressive: one component for grey, YCbCr for colour; the dots an inch in its JFIF
 * header, a profile other than sRGB in APP2 segments. What is black and white has a quality of 95 at least: no sample is
 * then further than a few levels from either, while at 80 greys ring round the letters.
 */
public final class JpegEncoder implements Encoder {

    private static final int JFIF_LENGTH = 18; // marker, length, "JFIF", version, density, no thumbnail
    private static final int DENSITY_AT = 13;  // in the stream: start of image, then the JFIF segment
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int ICC_IN_SEGMENT = 65_519;
    private static final int ICC_SEGMENTS = 255;
    private static final int DENSITY_AT_MOST = 65_535;
    private static final int LEAST_BITONAL_QUALITY = 95; // below, greys ring round the letters

    private final int quality;
    private final Chroma chroma;
    private final BaselineEncoder baseline;
    private final boolean progressive;
    private final Coding usual;
    private final Coding sharp; // for black and white

    /** How finely colour is sampled. */
    public enum Chroma {
        /** 4:2:0, one sample of colour for four pixels: small, and what most pictures on the web have. */
        HALVED,
        /** 4:4:4, one for each: for red letters and fine lines. */
        FULL
    }

    /** Of baseline files, with a quality from 1 to 100. */
    public JpegEncoder(int quality, Chroma chroma) {
        this(quality, chroma, false);
    }

    /**
     * With its settings.
     *
     * @param quality from 1 to 100
     * @param progressive whether files show the whole picture coarsely first; they decode to the same pixels
     * @throws IllegalArgumentException when the quality is another
     */
    public JpegEncoder(int quality, Chroma chroma, boolean progressive) {
        ChromaSampling sampling = chroma == Chroma.FULL ? ChromaSampling.FULL : ChromaSampling.HALVED;
        this.quality = quality;
        this.chroma = Objects.requireNonNull(chroma);
        this.progressive = progressive;
        this.baseline = new BaselineEncoder(quality, sampling);
        this.usual = coding(quality, sampling, progressive);
        this.sharp = coding(Math.max(quality, LEAST_BITONAL_QUALITY), ChromaSampling.FULL, progressive);
    }

    @Override
    public Format format() {
        return Format.JPG;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public boolean profile() {
        return true;
    }

    @Override
    public int bits() {
        return 8;
    }

    @Override
    public String settings() {
        return "q" + quality + (chroma == Chroma.FULL ? ",444" : ",420") + (progressive ? ",progressive" : "");
    }

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        return progressive ? size.area() : 0;
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        try {
            byte[] jpeg = written(bitonal ? sharp : usual, image);
            dpi.ifPresent(dots -> density(jpeg, dots));
            out.write(jpeg, 0, 2 + JFIF_LENGTH);
            profile(OutputProfile.of(image), out);
            out.write(jpeg, 2 + JFIF_LENGTH, jpeg.length - 2 - JFIF_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The baseline JPEG without profile and density, for where they are noted otherwise. */
    byte[] baseline(BufferedImage image) {
        return written(baseline::encode, image);
    }

    private static byte[] written(Coding coding, BufferedImage image) {
        OutputProfile.requireGrayOrRgb(image);
        return coding.encode(Pixels.bytes(image), image.getWidth(), image.getHeight(), Pixels.bands(image));
    }

    private static Coding coding(int quality, ChromaSampling sampling, boolean progressive) {
        return progressive
                ? new ProgressiveEncoder(quality, sampling)::encode
                : new BaselineEncoder(quality, sampling)::encode;
    }

    /** Samples to JPEG, in whichever order of scans. */
    @FunctionalInterface
    private interface Coding {
        byte[] encode(byte[] samples, int width, int height, int bands);
    }

    private static void density(byte[] jpeg, double dpi) {
        long dots = Math.round(dpi);
        if (dots < 1 || dots > DENSITY_AT_MOST) {
            return;
        }
        jpeg[DENSITY_AT] = 1; // dots an inch
        for (int axis = 0; axis < 2; axis++) {
            jpeg[DENSITY_AT + 1 + 2 * axis] = (byte) (dots >> 8);
            jpeg[DENSITY_AT + 2 + 2 * axis] = (byte) dots;
        }
    }

    private static void profile(Optional<byte[]> profile, OutputStream out) throws IOException {
        byte[] icc = profile.orElse(new byte[0]);
        int segments = (icc.length + ICC_IN_SEGMENT - 1) / ICC_IN_SEGMENT;
        if (segments > ICC_SEGMENTS) {
            return; // 16 MB: the format cannot hold it
        }
        for (int segment = 0; segment < segments; segment++) {
            int from = segment * ICC_IN_SEGMENT;
            int count = Math.min(ICC_IN_SEGMENT, icc.length - from);
            int length = 2 + ICC.length + 2 + count;
            out.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
            out.write(ICC);
            out.write(segment + 1);
            out.write(segments);
            out.write(icc, from, count);
        }
    }
}
