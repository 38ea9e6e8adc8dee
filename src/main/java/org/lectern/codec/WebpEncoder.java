package org.lectern.codec;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/**
 * Writes lossy WebP through a native library. Grey becomes RGB, the format knows no other; the
 * dots an inch are not noted, and pictures come in sRGB: a profile of grey would not fit their pixels. The library is unpacked under a new name in the folder for temporary files
 * each time an application is started, so that a redeployed one does not meet its predecessor's.
 */
public final class WebpEncoder implements Encoder {

    private static final int SIDE_AT_MOST = 16_383;

    private final ImageWriterSpi provider = new WebPImageWriterSpi();
    private final int quality;

    /**
     * With a quality from 1 to 100.
     *
     * @throws IllegalStateException when the native library does not load, with the reason
     */
    public WebpEncoder(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("WebP quality " + quality + " is not from 1 to 100");
        }
        unavailable().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        this.quality = quality;
    }

    /** Why WebP cannot be written here: its library is not for this machine, or may not be loaded. Empty when it can. */
    public static Optional<String> unavailable() {
        try {
            new WebPWriteParam(Locale.ROOT);
            return Optional.empty();
        } catch (LinkageError | RuntimeException e) {
            return Optional.of("WebP cannot be written: its native library does not load on "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + " (it is there for x86-64 Linux, macOS and Windows, and needs a folder for temporary"
                    + " files that allows programs): " + root(e).getMessage());
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public Format format() {
        return Format.WEBP;
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
        return "q" + quality;
    }

    @Override
    public long cost(Dimensions size, int bands, int bits) {
        return 13 * size.area(); // packed pixels, and the library's copies
    }

    /**
     * {@inheritDoc} An {@link UncheckedIOException} only when {@code out} fails, which memory does not.
     *
     * @throws IiifException.Unsupported when a side is longer than the format allows
     */
    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        OutputProfile.requireGrayOrRgb(image);
        if (Math.max(image.getWidth(), image.getHeight()) > SIDE_AT_MOST) {
            throw new IiifException.Unsupported("WebP holds at most " + SIDE_AT_MOST + " pixels a side; "
                    + image.getWidth() + "x" + image.getHeight() + " was to be written.");
        }
        try {
            out.write(encode(plain(image)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] encode(BufferedImage plain) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 16);
        ImageWriter writer = provider.createWriterInstance();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(param.getCompressionTypes()[WebPWriteParam.LOSSY_COMPRESSION]);
            param.setCompressionQuality(quality / 100f);
            writer.write(null, new IIOImage(plain, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The library takes packed pixels; what it would convert by profile is handed over as it is. */
    private static BufferedImage plain(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        int[] pixels = new int[image.getWidth()];
        var plain = new BufferedImage(image.getWidth(), image.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            pack(image, y, pixels);
            plain.getRaster().setDataElements(0, y, pixels.length, 1, pixels);
        }
        return plain;
    }

    private static void pack(BufferedImage image, int y, int[] into) {
        byte[] samples = Pixels.bytes(image);
        int bands = Pixels.bands(image);
        int green = Pixels.isGray(image) ? 0 : 1;
        boolean alpha = image.getColorModel().hasAlpha();
        int at = y * into.length * bands;
        for (int x = 0; x < into.length; x++, at += bands) {
            int opacity = alpha ? samples[at + bands - 1] & 0xff : 0xff;
            into[x] = opacity << 24 | (samples[at] & 0xff) << 16
                    | (samples[at + green] & 0xff) << 8 | samples[at + 2 * green] & 0xff;
        }
    }
}
