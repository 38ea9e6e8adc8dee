package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes baseline JPEG: one component for grey, YCbCr for colour; the dots an inch in its JFIF header, a
 * profile other than sRGB in APP2 segments.
 */
public final class JpegEncoder implements Encoder {

    private static final String METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int JFIF_LENGTH = 18; // marker, length, "JFIF", version, density, no thumbnail
    private static final int DENSITY_AT = 13;  // in the stream: start of image, then the JFIF segment
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int ICC_IN_SEGMENT = 65_519;
    private static final int ICC_SEGMENTS = 255;
    private static final int DENSITY_AT_MOST = 65_535;

    private final ImageWriterSpi provider = JdkWriters.of("jpeg");
    private final int quality;
    private final Chroma chroma;

    /** How finely colour is sampled. */
    public enum Chroma {
        /** 4:2:0, one sample of colour for four pixels: small, and what most pictures on the web have. */
        HALVED,
        /** 4:4:4, one for each: for red letters and fine lines. */
        FULL
    }

    /** With a quality from 1 to 100. */
    public JpegEncoder(int quality, Chroma chroma) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality " + quality + " is not from 1 to 100");
        }
        this.quality = quality;
        this.chroma = Objects.requireNonNull(chroma);
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
    public int bits() {
        return 8;
    }

    @Override
    public String settings() {
        return "q" + quality + (chroma == Chroma.FULL ? ",444" : ",420");
    }

    /** {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not. */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        try {
            byte[] jpeg = baseline(image);
            dpi.ifPresent(dots -> density(jpeg, dots));
            out.write(jpeg, 0, 2 + JFIF_LENGTH);
            profile(OutputProfile.of(image), out);
            out.write(jpeg, 2 + JFIF_LENGTH, jpeg.length - 2 - JFIF_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JPEG without profile and density, for where they are noted otherwise. */
    byte[] baseline(BufferedImage image) throws IOException {
        OutputProfile.requireGrayOrRgb(image);
        BufferedImage plain = plain(image);
        var bytes = new ByteArrayOutputStream(1 << 16);
        ImageWriter writer = provider.createWriterInstance();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            IIOMetadata metadata = chroma == Chroma.FULL ? fullChroma(writer, plain, param) : null;
            writer.write(null, new IIOImage(plain, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The JDK's writer is twice as fast on its own kinds of picture. */
    private static BufferedImage plain(BufferedImage image) {
        int bands = Pixels.bands(image);
        int kind = bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), kind);
        byte[] from = Pixels.bytes(image);
        byte[] into = Pixels.bytes(plain);
        if (bands == 1) {
            System.arraycopy(from, 0, into, 0, into.length);
            return plain;
        }
        for (int i = 0; i < into.length; i += 3) {
            into[i] = from[i + 2];
            into[i + 1] = from[i + 1];
            into[i + 2] = from[i];
        }
        return plain;
    }

    private static IIOMetadata fullChroma(ImageWriter writer, BufferedImage image, ImageWriteParam param)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        var root = (Element) metadata.getAsTree(METADATA);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            var component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
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
