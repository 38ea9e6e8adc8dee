package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/**
 * Writes TIFF by the JDK's writer: 8 or 16 bits, alpha unassociated, Group 4 fax for a bitonal picture;
 * the dots an inch as XResolution and YResolution, a profile other than sRGB in tag 34675.
 */
public final class TiffEncoder implements Encoder {

    private static final int RESOLUTION_IN_INCHES = 2;
    private static final int FRACTION = 100;
    private static final int BYTES_IN_STRIP = 1 << 16; // before it is packed
    private static final String FAX = "CCITT T.6";

    private final ImageWriterSpi provider = JdkWriters.of("tiff");
    private final Compression compression;

    /**
     * How pictures that are not bitonal are packed; no sample is lost. Deflate is not offered: the JDK's
     * writer cuts strips short that do not get smaller by it.
     */
    public enum Compression {
        /** LZW, read everywhere. */
        LZW("LZW"),
        /** None, fast to write. */
        NONE("");

        private final String jdkName;

        Compression(String jdkName) {
            this.jdkName = jdkName;
        }
    }

    /** With the compression of pictures that are not bitonal. */
    public TiffEncoder(Compression compression) {
        this.compression = Objects.requireNonNull(compression);
    }

    @Override
    public Format format() {
        return Format.TIF;
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
        return compression.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        return size.area() * bands * bits / 8; // the JDK's writer keeps what it wrote until all is written
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        try {
            boolean oneBit = bitonal && Pixels.bands(image) == 1;
            encode(oneBit ? BitRows.image(image) : plain(image), oneBit, dpi, OutputProfile.of(image), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encode(
            BufferedImage plain, boolean oneBit, OptionalDouble dpi, Optional<byte[]> profile, OutputStream into)
            throws IOException {
        ImageWriter writer = provider.createWriterInstance();
        try (var out = new MemoryCacheImageOutputStream(into)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            String packing = oneBit ? FAX : compression.jdkName;
            if (!packing.isEmpty()) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(packing);
            }
            IIOMetadata metadata = metadata(writer, plain, param, dpi, profile);
            writer.write(null, new IIOImage(plain, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, ImageWriteParam param,
            OptionalDouble dpi, Optional<byte[]> profile) throws IOException {
        var type = ImageTypeSpecifier.createFromRenderedImage(image);
        TIFFDirectory fields = TIFFDirectory.createFromMetadata(writer.getDefaultImageMetadata(type, param));
        fields.addTIFFField(field(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP, TIFFTag.TIFF_LONG, 1, new long[] {rows(image)}));
        if (dpi.isPresent()) {
            long[][] ratio = {{Math.max(1, Math.round(dpi.getAsDouble() * FRACTION)), FRACTION}};
            fields.addTIFFField(field(BaselineTIFFTagSet.TAG_X_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, ratio));
            fields.addTIFFField(field(BaselineTIFFTagSet.TAG_Y_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, ratio));
            fields.addTIFFField(field(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, TIFFTag.TIFF_SHORT, 1,
                    new char[] {RESOLUTION_IN_INCHES}));
        }
        if (param.getCompressionMode() == ImageWriteParam.MODE_EXPLICIT
                && Compression.LZW.jdkName.equals(param.getCompressionType())
                && image.getSampleModel().getSampleSize(0) == 8) {
            fields.addTIFFField(field(BaselineTIFFTagSet.TAG_PREDICTOR, TIFFTag.TIFF_SHORT, 1,
                    new char[] {BaselineTIFFTagSet.PREDICTOR_HORIZONTAL_DIFFERENCING}));
        }
        profile.ifPresent(icc -> fields.addTIFFField(
                field(BaselineTIFFTagSet.TAG_ICC_PROFILE, TIFFTag.TIFF_UNDEFINED, icc.length, icc)));
        return fields.getAsMetadata();
    }

    /** Fax codes a row by the one above, so a strip is not too short. */
    private static long rows(BufferedImage image) {
        long bits = (long) image.getWidth() * image.getSampleModel().getNumBands() * image.getSampleModel().getSampleSize(0);
        return Math.max(1, Math.min(image.getHeight(), BYTES_IN_STRIP / ((bits + 7) / 8)));
    }

    private static TIFFField field(int tag, int type, int count, Object value) {
        return new TIFFField(BaselineTIFFTagSet.getInstance().getTag(tag), type, count, value);
    }

    /** The same samples under a colour space of the JDK's own, lest its writer convert them. */
    private static BufferedImage plain(BufferedImage image) {
        int space = Pixels.isGray(image) ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        var model = Pixels.colorModel(
                ColorSpace.getInstance(space), image.getColorModel().hasAlpha(), Pixels.bits(image));
        WritableRaster samples = image.getRaster();
        return new BufferedImage(model, samples, false, null);
    }
}
