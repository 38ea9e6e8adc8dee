package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.pdf.PicturePdf;
import org.lectern.pixels.Pixels;

/**
 * Writes a PDF of one page, as large as the picture at its dots an inch, or at 72. An opaque picture is
 * stored as JPEG; one with alpha, and a bitonal one, without loss.
 */
public final class PdfEncoder implements Encoder {

    private static final double DPI_UNKNOWN = 72;
    private static final int LEVEL = 6;

    private final JpegEncoder jpeg;

    /** With what makes the JPEG inside. */
    public PdfEncoder(JpegEncoder jpeg) {
        this.jpeg = Objects.requireNonNull(jpeg);
    }

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public boolean alpha() {
        return true;
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
        return jpeg.settings();
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        boolean alpha = image.getColorModel().hasAlpha();
        Optional<PicturePdf.Samples> opacity = alpha
                ? Optional.of(flate(bands(image, Pixels.bands(image) - 1, 1), 1, 8, Optional.empty()))
                : Optional.empty();
        PicturePdf.write(new Dimensions(image.getWidth(), image.getHeight()), dpi.orElse(DPI_UNKNOWN),
                colours(image, bitonal), opacity, out);
    }

    private PicturePdf.Samples colours(BufferedImage image, boolean bitonal) {
        Optional<byte[]> profile = OutputProfile.of(image);
        int bands = Pixels.bands(image);
        if (image.getColorModel().hasAlpha()) {
            return flate(bands(image, 0, bands - 1), bands - 1, 8, profile);
        }
        if (bitonal && bands == 1) {
            return flate(Pixels.bytes(BitRows.image(image)), 1, 1, profile);
        }
        return new PicturePdf.Samples(jpeg.baseline(image), "DCTDecode", bands, 8, profile);
    }

    private static PicturePdf.Samples flate(byte[] samples, int bands, int bits, Optional<byte[]> profile) {
        return new PicturePdf.Samples(deflated(samples), "FlateDecode", bands, bits, profile);
    }

    private static byte[] bands(BufferedImage image, int first, int count) {
        byte[] all = Pixels.bytes(image);
        int stride = Pixels.bands(image);
        byte[] some = new byte[all.length / stride * count];
        for (int from = first, into = 0; into < some.length; from += stride, into += count) {
            System.arraycopy(all, from, some, into, count);
        }
        return some;
    }

    private static byte[] deflated(byte[] samples) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        var deflater = new Deflater(LEVEL);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
