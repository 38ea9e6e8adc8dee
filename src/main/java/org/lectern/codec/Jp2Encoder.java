package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/**
 * Writes JPEG 2000 in its JP2 container: the codestream by jai-imageio's coder, the boxes round it here, with
 * the dots an inch, the opacity of a last band, and a profile other than sRGB. Slow: about half a second of
 * CPU a megapixel.
 */
public final class Jp2Encoder implements Encoder {

    private static final byte[] SIGNATURE = {0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', (byte) 0x87, '\n'};
    private static final byte[] BRAND = {'j', 'p', '2', ' ', 0, 0, 0, 0, 'j', 'p', '2', ' '};
    private static final int SRGB = 16;
    private static final int GRAY = 17;
    private static final int COST_OF_SAMPLE = 12; // of a tile: integers, several times
    private static final double METRES_AN_INCH = 0.0254;

    private final int ratio;
    private final Jp2Codestream coder;

    /** With how many times smaller than its samples the file shall be; 1 keeps every sample. */
    public Jp2Encoder(int ratio) {
        if (ratio < 1) {
            throw new IllegalArgumentException("JPEG 2000 ratio " + ratio + " is not 1 or more");
        }
        this.ratio = ratio;
        this.coder = new Jp2Codestream(ratio);
    }

    @Override
    public Format format() {
        return Format.JP2;
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
        return "r" + ratio;
    }

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        long tile = Math.min(size.area(), (long) Jp2Codestream.TILE_AT_MOST * Jp2Codestream.TILE_AT_MOST);
        return tile * bands * COST_OF_SAMPLE + 2 * size.area() * bands * bits / 8;
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        try {
            var codestream = new ByteArrayOutputStream(1 << 16);
            coder.write(image, codestream);
            out.write(SIGNATURE);
            out.write(box("ftyp", BRAND));
            out.write(box("jp2h", header(image, dpi)));
            out.write(head("jp2c", codestream.size()));
            codestream.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(BufferedImage image, OptionalDouble dpi) {
        var boxes = new ByteArrayOutputStream();
        boxes.writeBytes(box("ihdr", ByteBuffer.allocate(14)
                .putInt(image.getHeight())
                .putInt(image.getWidth())
                .putShort((short) Pixels.bands(image))
                .put((byte) (Pixels.bits(image) - 1))
                .put((byte) 7) // the only compression there is
                .array()));
        boxes.writeBytes(box("colr", colour(image)));
        if (image.getColorModel().hasAlpha()) {
            boxes.writeBytes(box("cdef", channels(Pixels.bands(image))));
        }
        dpi.ifPresent(dots -> boxes.writeBytes(box("res ", box("resc", resolution(dots)))));
        return boxes.toByteArray();
    }

    private static byte[] colour(BufferedImage image) {
        Optional<byte[]> profile = OutputProfile.of(image);
        if (profile.isPresent()) {
            return ByteBuffer.allocate(3 + profile.get().length).put(new byte[] {2, 0, 0}).put(profile.get()).array();
        }
        return ByteBuffer.allocate(7).put(new byte[] {1, 0, 0}).putInt(Pixels.isGray(image) ? GRAY : SRGB).array();
    }

    /** All bands are colours in their order, but the last, which is the opacity of the whole. */
    private static byte[] channels(int bands) {
        ByteBuffer channels = ByteBuffer.allocate(2 + 6 * bands).putShort((short) bands);
        for (int band = 0; band < bands; band++) {
            boolean last = band == bands - 1;
            channels.putShort((short) band).putShort((short) (last ? 1 : 0)).putShort((short) (last ? 0 : band + 1));
        }
        return channels.array();
    }

    /** Dots a metre, down and across, as a whole number times a power of ten. */
    private static byte[] resolution(double dpi) {
        long dots = Math.round(dpi / METRES_AN_INCH);
        short exponent = 0;
        while (dots > 65_535) {
            dots = (dots + 5) / 10;
            exponent++;
        }
        short value = (short) Math.max(1, dots);
        return ByteBuffer.allocate(10)
                .putShort(value).putShort((short) 1)
                .putShort(value).putShort((short) 1)
                .put((byte) exponent).put((byte) exponent)
                .array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).put(head(type, content.length)).put(content).array();
    }

    private static byte[] head(String type, int length) {
        return ByteBuffer.allocate(8)
                .putInt(8 + length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
