package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Quality;

/**
 * Reads JPEG: sequential and progressive with 8 bits, and lossless; grey, RGB, YCbCr, CMYK and YCCK,
 * upright as EXIF says. CMYK without a profile becomes sRGB ({@link Luminance#inksToRgb}).
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>
 */
public final class JpegDecoder implements Decoder {

    private static final String FORMAT = "JPEG";
    private static final long FIXED_COST = 1 << 20;
    private static final int MAX_SCANS = 200; // a real progressive file has about ten
    private static final long MAX_PROGRESSIVE_AREA = 400_000_000; // their coefficients are all held outside the heap

    /** It needs nothing. */
    public JpegDecoder() {}

    @Override
    public String name() {
        return "jpeg";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 0, "\u00ff\u00d8\u00ff") || Heads.has(head, 0, "\u00ff\u00d8") && jfif(head);
    }

    /** Whether there is a JFIF segment behind stray bytes. */
    private static boolean jfif(byte[] head) {
        for (int at = 2; at < head.length; at++) {
            if (Heads.has(head, at, "\u00ff\u00e0\0\u0010JFIF\0")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            JpegHeader header = header(picture.blob());
            var size = header.exif().orientation().upright(header.size());
            return new Pyramid(
                    List.of(new Pyramid.Level(size, size)),
                    header.components() == 1 ? Quality.GRAY : Quality.COLOR,
                    space(header).getNumComponents(),
                    header.bits() > 8 ? 16 : 8,
                    header.dpi(),
                    name());
        });
    }

    private static JpegHeader header(Blob blob) throws IOException {
        JpegHeader header = JpegHeader.read(blob);
        boolean lossless = header.process() == JpegHeader.LOSSLESS;
        if (header.process() > JpegHeader.LOSSLESS || header.bits() != 8 && !lossless) {
            throw new IiifException.Unsupported("JPEG process " + header.process() + " with " + header.bits()
                    + " bits is not read; sequential and progressive Huffman coding with 8 bits, and lossless, are.");
        }
        if (header.components() != 1 && header.components() != 3 && header.components() != 4) {
            throw new IiifException.Unsupported(
                    "JPEG files of " + header.components() + " components are not read; those of 1, 3 and 4 are.");
        }
        return header;
    }

    private static ColorSpace space(JpegHeader header) {
        Optional<ColorSpace> own = EmbeddedProfile.space(header.icc(), header.components());
        int fallback = header.components() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        return own.orElseGet(() -> ColorSpace.getInstance(fallback));
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return FIXED_COST + 2 * region.size().area() * Math.max(4, pyramid.bands()) * pyramid.bits() / 8;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            JpegHeader header = header(picture.blob());
            Orientation orientation = header.exif().orientation();
            return orientation.apply(pixels(picture.blob(), header, orientation.stored(region, header.size())));
        });
    }

    private static BufferedImage pixels(Blob blob, JpegHeader header, Rect region) throws IOException {
        if (header.process() == JpegHeader.LOSSLESS) {
            return JpegRaster.readLossless(blob, region);
        }
        if (header.process() == JpegHeader.PROGRESSIVE) {
            refuseTooMuch(blob, header);
        }
        byte[] samples = JpegRaster.read(header.withoutProfile(blob), region);
        if (header.luminance()) {
            Luminance.toRgb(samples, header.components());
        }
        ColorSpace space = space(header);
        if (header.components() == 4) {
            samples = inks(samples, header, space);
        }
        return JpegRaster.picture(samples, region.size(), space);
    }

    private static byte[] inks(byte[] samples, JpegHeader header, ColorSpace space) {
        if (header.luminance()) { // the three converted samples are the complement of the stored inks
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) ((i & 3) == 3 ? samples[i] : ~samples[i]);
            }
        }
        if (header.inverted()) {
            Luminance.invert(samples);
        }
        return space.getNumComponents() == 4 ? samples : Luminance.inksToRgb(samples);
    }

    /** A progressive file costs its whole area for each scan, however few bytes that has. */
    private static void refuseTooMuch(Blob blob, JpegHeader header) throws IOException {
        if (header.size().area() > MAX_PROGRESSIVE_AREA) {
            throw new IiifException.TooLarge("A progressive JPEG of " + header.size() + " pixels is not read; up to "
                    + MAX_PROGRESSIVE_AREA + " are.");
        }
        if (scans(blob) > MAX_SCANS) {
            throw new IiifException.TooLarge(
                    "The JPEG file has more than " + MAX_SCANS + " scans; that many are not read.");
        }
    }

    private static int scans(Blob blob) throws IOException {
        int scans = 0;
        try (BlobStream in = new BlobStream(blob)) {
            int before = 0;
            for (int octet = in.read(); octet >= 0 && scans <= MAX_SCANS; octet = in.read()) {
                scans += before == 0xff && octet == 0xda ? 1 : 0;
                before = octet;
            }
        }
        return scans;
    }
}
