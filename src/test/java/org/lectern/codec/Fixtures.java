package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.lectern.jpeg2000.Jpeg2000Reader;

/** Small pictures and files, made on the spot. */
final class Fixtures {

    private Fixtures() {}

    /** A smooth colourful picture with a few hard dots. */
    static BufferedImage colourful(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = x * 255 / width << 16 | y * 255 / height << 8 | (x + y) * 255 / (width + height);
                image.setRGB(x, y, 0xff000000 | (random.nextInt(50) == 0 ? random.nextInt(1 << 24) : rgb));
            }
        }
        return image;
    }

    /** As a writer of Java's own makes it. */
    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ImageWriter tiffWriter() {
        try {
            return JdkWriters.of("tiff").createWriterInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A TIFF of tiles of 16 x 16. */
    static byte[] tiledTiff(BufferedImage image, String compression) {
        ImageWriter writer = tiffWriter();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(16, 16, 0, 0);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        return written(writer, image, param);
    }

    /** A TIFF of strips of 8 rows. */
    static byte[] stripTiff(BufferedImage image, String compression) {
        ImageWriter writer = tiffWriter();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        return written(writer, image, param);
    }

    /** A decoder that has seen nothing yet. */
    static Jpeg2000Decoder jpeg2000() {
        return new Jpeg2000Decoder(new Jpeg2000Reader(1 << 20, 8 << 20));
    }

    /** For the pictures of PDFs. */
    static JpxPictures jpx() {
        return new JpxPictures(new Jpeg2000Reader(1 << 20, 8 << 20));
    }

    /** A lossless JP2 with tiles of 32 x 32 and two halvings. */
    static byte[] jp2(BufferedImage image) {
        ImageWriter writer;
        try {
            writer = new J2KImageWriterSpi().createWriterInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        J2KImageWriteParam param = (J2KImageWriteParam) writer.getDefaultWriteParam();
        param.setLossless(true);
        param.setNumDecompositionLevels(2);
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(32, 32, 0, 0);
        return written(writer, image, param);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A lossless WebP of one colour. */
    static byte[] webp(int width, int height, int argb) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(width - 1, 14);
        bits.put(height - 1, 14);
        bits.put(argb >>> 24 == 255 ? 0 : 1, 1);
        bits.put(0, 3 + 1 + 1 + 1); // version; no transform, no colour cache, one set of codes
        for (int shift : new int[] {8, 16, 0, 24}) {
            bits.put(0b101, 3); // a simple code, of one symbol, of 8 bits
            bits.put(argb >> shift & 0xff, 8);
        }
        bits.put(0b0001, 4); // the same of 1 bit, 0: no distances
        byte[] data = bits.bytes();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes());
        file.writeBytes(little(4 + 8 + data.length + (data.length & 1)));
        file.writeBytes("WEBPVP8L".getBytes());
        file.writeBytes(little(data.length));
        file.writeBytes(data);
        file.writeBytes(new byte[data.length & 1]);
        return file.toByteArray();
    }

    /** A lossy WebP of whatever zeros decode to, with uncompressed transparency. */
    static byte[] lossyWebp(int width, int height, int filter, byte[] alpha) {
        byte[] data = new byte[10 + 400 + 400];
        byte[] head = {(byte) (400 << 5 | 1 << 4), (byte) (400 >> 3), 0, (byte) 0x9d, 1, 0x2a,
            (byte) width, 0, (byte) height, 0};
        System.arraycopy(head, 0, data, 0, head.length);
        int padded = 1 + alpha.length + (1 + alpha.length & 1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes());
        file.writeBytes(little(4 + 18 + 8 + padded + 8 + data.length));
        file.writeBytes("WEBPVP8X".getBytes());
        file.writeBytes(little(10));
        file.writeBytes(new byte[] {0x10, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0});
        file.writeBytes("ALPH".getBytes());
        file.writeBytes(little(1 + alpha.length));
        file.write(filter << 2);
        file.writeBytes(alpha);
        file.writeBytes(new byte[padded - 1 - alpha.length]);
        file.writeBytes("VP8 ".getBytes());
        file.writeBytes(little(data.length));
        file.writeBytes(data);
        return file.toByteArray();
    }

    private static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** Bits, the lowest first. */
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int held;
        private int count;

        void put(int value, int bits) {
            for (int i = 0; i < bits; i++) {
                held |= (value >> i & 1) << count++;
                if (count == 8) {
                    out.write(held);
                    held = 0;
                    count = 0;
                }
            }
        }

        byte[] bytes() {
            put(0, 40);
            return out.toByteArray();
        }
    }
}
