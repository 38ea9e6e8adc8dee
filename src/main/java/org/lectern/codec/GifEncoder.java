package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/**
 * Writes GIF: 256 colours, exactly those of the picture when it has no more; grey as it is; two for a
 * bitonal one. Of alpha it keeps whether a pixel is at least half opaque. The format knows no density
 * and no profile.
 */
public final class GifEncoder implements Encoder {

    private final ImageWriterSpi provider = JdkWriters.of("gif");

    /** There is nothing to set. */
    public GifEncoder() {}

    @Override
    public Format format() {
        return Format.GIF;
    }

    @Override
    public boolean alpha() {
        return true;
    }

    @Override
    public boolean profile() {
        return false;
    }

    @Override
    public int bits() {
        return 8;
    }

    @Override
    public String settings() {
        return "";
    }

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        return bands == 1 ? size.area() : 2 * size.area() + ColourTable.COST; // indices, and what is written at the end
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        try {
            write(indexed(image, bitonal), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BufferedImage indexed, OutputStream out) throws IOException {
        ImageWriter writer = provider.createWriterInstance();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DISABLED); // interlaced, small pictures do not read back
            writer.write(null, new IIOImage(indexed, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage indexed(BufferedImage image, boolean bitonal) {
        if (Pixels.bands(image) > 1) {
            return ColourTable.reduce(image);
        }
        return bitonal ? BitRows.image(image) : gray(image);
    }

    private static BufferedImage gray(BufferedImage image) {
        byte[] ramp = new byte[256];
        for (int value = 0; value < ramp.length; value++) {
            ramp[value] = (byte) value;
        }
        var model = new IndexColorModel(8, ramp.length, ramp, ramp, ramp);
        return new BufferedImage(model, image.getRaster(), false, null); // its samples are the indices
    }
}
