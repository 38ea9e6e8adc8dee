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
 * Writes a PDF of one page, as large as the picture at its dots an inch. Where these are unknown, a pixel is a point,
 * 72 to an inch: no size is made up, and viewers fit the page to the window or the paper anyway. An opaque picture is
 * stored as baseline JPEG; one with alpha, and a bitonal one, without loss.
 */
public final class PdfEncoder implements Encoder {

    private static final double DPI_UNKNOWN = 72;
    private static final int LEVEL = 6;
    private static final String FLATE = "FlateDecode";

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

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        return bands == 1 || bands == 3 ? size.area() / 2 : 2 * size.area() * bands; // as JPEG, or packed without loss
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        int bands = Pixels.bands(image);
        Optional<PicturePdf.Samples> opacity = image.getColorModel().hasAlpha()
                ? Optional.of(flate(image, bands - 1, 1, Optional.empty()))
                : Optional.empty();
        PicturePdf.write(new Dimensions(image.getWidth(), image.getHeight()), dpi.orElse(DPI_UNKNOWN),
                colours(image, bitonal), opacity, out);
    }

    private PicturePdf.Samples colours(BufferedImage image, boolean bitonal) {
        Optional<byte[]> profile = OutputProfile.of(image);
        int bands = Pixels.bands(image);
        if (image.getColorModel().hasAlpha()) {
            return flate(image, 0, bands - 1, profile);
        }
        if (bitonal && bands == 1) {
            byte[] data = deflated(image, (image.getWidth() + 7) / 8, (y, row) -> BitRows.pack(image, y, row));
            return new PicturePdf.Samples(data, FLATE, 1, 1, profile);
        }
        return new PicturePdf.Samples(jpeg.baseline(image), "DCTDecode", bands, 8, profile);
    }

    private static PicturePdf.Samples flate(BufferedImage image, int first, int count, Optional<byte[]> profile) {
        byte[] data = deflated(image, image.getWidth() * count, (y, row) -> bands(image, y, first, count, row));
        return new PicturePdf.Samples(data, FLATE, count, 8, profile);
    }

    private static void bands(BufferedImage image, int y, int first, int count, byte[] row) {
        byte[] all = Pixels.bytes(image);
        int stride = Pixels.bands(image);
        int from = y * image.getWidth() * stride + first;
        for (int into = 0; into < row.length; from += stride, into += count) {
            for (int band = 0; band < count; band++) {
                row[into + band] = all[from + band];
            }
        }
    }

    /** Makes a row. */
    private interface Rows {
        void put(int y, byte[] row);
    }

    private static byte[] deflated(BufferedImage image, int bytesInRow, Rows rows) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        var deflater = new Deflater(LEVEL);
        byte[] row = new byte[bytesInRow];
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 13)) {
            for (int y = 0; y < image.getHeight(); y++) {
                rows.put(y, row);
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
