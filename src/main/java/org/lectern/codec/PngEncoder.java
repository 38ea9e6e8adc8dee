package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/**
 * Writes PNG: grey of 1, 8 or 16 bits, RGB of 8 or 16, both with alpha; the dots an inch in pHYs, a
 * profile other than sRGB in iCCP. Rows are filtered by the row above and deflated, which is faster
 * than the JDK's writer and gives smaller files.
 */
public final class PngEncoder implements Encoder {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final double METRES_AN_INCH = 0.0254;
    private static final int DATA_IN_CHUNK = 1 << 15;
    private static final int UP = 2;

    private final int level;

    /** With a level of deflating, from 0 (none) over 1 (fast) to 9 (small). */
    public PngEncoder(int level) {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("PNG level " + level + " is not from 0 to 9");
        }
        this.level = level;
    }

    @Override
    public Format format() {
        return Format.PNG;
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
        return 16;
    }

    @Override
    public String settings() {
        return "l" + level;
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        boolean oneBit = bitonal && Pixels.bands(image) == 1;
        try {
            out.write(SIGNATURE);
            chunk("IHDR", header(image, oneBit), out);
            if (OutputProfile.of(image).isPresent()) {
                chunk("iCCP", profile(OutputProfile.of(image).get()), out);
            }
            if (dpi.isPresent()) {
                chunk("pHYs", density(dpi.getAsDouble()), out);
            }
            data(image, oneBit, out);
            chunk("IEND", new byte[0], out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(BufferedImage image, boolean oneBit) {
        int colour = (Pixels.isGray(image) ? 0 : 2) + (image.getColorModel().hasAlpha() ? 4 : 0);
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put((byte) (oneBit ? 1 : Pixels.bits(image)))
                .put((byte) colour)
                .array();
    }

    private static byte[] profile(byte[] icc) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("ICC profile\0\0".getBytes(StandardCharsets.US_ASCII)); // its name, and: deflated
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (var deflated = new DeflaterOutputStream(bytes, deflater)) {
            deflated.write(icc);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] density(double dpi) {
        int dots = (int) Math.max(1, Math.round(dpi / METRES_AN_INCH));
        return ByteBuffer.allocate(9).putInt(dots).putInt(dots).put((byte) 1).array();
    }

    private void data(BufferedImage image, boolean oneBit, OutputStream out) throws IOException {
        int bitsInPixel = oneBit ? 1 : Pixels.bands(image) * Pixels.bits(image);
        int bytesInRow = (int) (((long) image.getWidth() * bitsInPixel + 7) / 8);
        byte[] row = new byte[bytesInRow];
        byte[] above = new byte[bytesInRow];
        byte[] filtered = new byte[bytesInRow + 1];
        filtered[0] = (byte) (oneBit ? 0 : UP);
        var deflater = new Deflater(level);
        try (var deflated = new DeflaterOutputStream(new DataChunks(out), deflater, DATA_IN_CHUNK)) {
            for (int y = 0; y < image.getHeight(); y++) {
                row(image, y, oneBit, row);
                filter(row, above, filtered);
                deflated.write(filtered);
                byte[] swap = above;
                above = row;
                row = swap;
            }
        } finally {
            deflater.end();
        }
    }

    private static void filter(byte[] row, byte[] above, byte[] filtered) {
        if (filtered[0] == 0) {
            System.arraycopy(row, 0, filtered, 1, row.length);
            return;
        }
        for (int i = 0; i < row.length; i++) {
            filtered[i + 1] = (byte) (row[i] - above[i]);
        }
    }

    private static void row(BufferedImage image, int y, boolean oneBit, byte[] row) {
        if (oneBit) {
            BitRows.pack(image, y, row);
        } else if (Pixels.bits(image) == 8) {
            System.arraycopy(Pixels.bytes(image), y * row.length, row, 0, row.length);
        } else {
            ByteBuffer.wrap(row).asShortBuffer().put(Pixels.shorts(image), y * (row.length / 2), row.length / 2);
        }
    }

    private static void chunk(String type, byte[] data, OutputStream out) throws IOException {
        chunk(type, data, 0, data.length, out);
    }

    private static void chunk(String type, byte[] data, int from, int count, OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data, from, count);
        out.write(ByteBuffer.allocate(4).putInt(count).array());
        out.write(name);
        out.write(data, from, count);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** What the deflater writes, a chunk each time; closing it leaves the stream below open. */
    private static final class DataChunks extends OutputStream {
        private final OutputStream out;

        DataChunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            chunk("IDAT", bytes, from, count, out);
        }
    }
}
