package org.lectern.render;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** The kinds of file that are read, each as writers other than this server's own make it. */
enum Print {
    JPEG, JP2_WHOLE, JP2_TILES, TIFF_STRIPS, TIFF_TILES, TIFF_PYRAMID, PNG, WEBP, GIF, BMP, PDF;

    /** Whether samples stay as they are. */
    boolean lossless() {
        return this != JPEG && this != GIF && this != PDF;
    }

    /** Whether it can be said to be turned. */
    boolean orients() {
        return this == JPEG || this == PNG || this == WEBP || name().startsWith("TIFF");
    }

    /** A file of an RGB picture. */
    byte[] of(BufferedImage image) {
        return of(image, 1);
    }

    /** A file of a picture that is stored as it is, and said to be turned. */
    byte[] of(BufferedImage image, int orientation) {
        try {
            return switch (this) {
                case JPEG -> inserted(jdk(image, "jpeg"), 2, app1(orientation), orientation);
                case PNG -> inserted(jdk(image, "png"), 33, chunk(exif(orientation)), orientation);
                case GIF -> jdk(image, "gif");
                case BMP -> jdk(image, "bmp");
                case JP2_WHOLE -> jpeg2000(image, Math.max(image.getWidth(), image.getHeight()));
                case JP2_TILES -> jpeg2000(image, 256);
                case TIFF_STRIPS -> TiffWriter.strips(image, 7, orientation);
                case TIFF_TILES -> TiffWriter.tiles(List.of(image), 128, orientation);
                case TIFF_PYRAMID -> TiffWriter.tiles(levels(image), 128, orientation);
                case WEBP -> webp(image, orientation);
                case PDF -> pdf(image);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waves of colour, with fine lines over a part of them. */
    static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = wave(x / 37.0 + y / 91.0);
                int green = wave(x / 61.0 - y / 43.0);
                int blue = (x * 5 ^ y * 3) & 255;
                boolean line = x > width / 3 && (x * 2 + y) % 23 == 0;
                image.setRGB(x, y, line ? 0x101010 : red << 16 | green << 8 | blue / 4 + 96);
            }
        }
        return image;
    }

    private static int wave(double at) {
        return (int) Math.round(127.5 + 120 * Math.sin(at));
    }

    /** The picture, its half, its quarter: each pixel the mean of two by two, sides rounded up. */
    private static List<BufferedImage> levels(BufferedImage image) {
        List<BufferedImage> levels = new ArrayList<>(List.of(image));
        while (levels.size() < 4) {
            levels.add(half(levels.get(levels.size() - 1)));
        }
        return levels;
    }

    private static BufferedImage half(BufferedImage image) {
        int width = (image.getWidth() + 1) / 2;
        int height = (image.getHeight() + 1) / 2;
        BufferedImage half = new BufferedImage(width, height, image.getType());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = Math.min(2 * x + 1, image.getWidth() - 1);
                int below = Math.min(2 * y + 1, image.getHeight() - 1);
                for (int band = 0; band < 3; band++) {
                    int sum = image.getRaster().getSample(2 * x, 2 * y, band)
                            + image.getRaster().getSample(right, 2 * y, band)
                            + image.getRaster().getSample(2 * x, below, band)
                            + image.getRaster().getSample(right, below, band);
                    half.getRaster().setSample(x, y, band, (sum + 2) / 4);
                }
            }
        }
        return half;
    }

    private static byte[] jdk(BufferedImage image, String format) throws IOException {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
        while (providers.hasNext()) {
            ImageWriterSpi provider = providers.next();
            if (provider.getClass().getModule() == ImageIO.class.getModule()
                    && Arrays.asList(provider.getFormatNames()).contains(format)) {
                ImageWriter writer = provider.createWriterInstance();
                return written(writer, image, writer.getDefaultWriteParam());
            }
        }
        throw new AssertionError(format);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg2000(BufferedImage image, int tile) throws IOException {
        ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
        J2KImageWriteParam param = (J2KImageWriteParam) writer.getDefaultWriteParam();
        param.setLossless(true);
        param.setNumDecompositionLevels(3);
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(Math.min(tile, image.getWidth()), Math.min(tile, image.getHeight()), 0, 0);
        return written(writer, image, param);
    }

    private static byte[] webp(BufferedImage image, int orientation) throws IOException {
        ImageWriteParam param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(param.getCompressionTypes()[WebPWriteParam.LOSSLESS_COMPRESSION]);
        byte[] plain = written(new WebPImageWriterSpi().createWriterInstance(), image, param);
        byte[] exif = exif(orientation);
        int width = image.getWidth() - 1;
        int height = image.getHeight() - 1;
        ByteBuffer file = ByteBuffer.allocate(plain.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(plain, 0, 4).putInt(file.capacity() - 8).put(plain, 8, 4);
        file.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08)
                .putShort((short) width).put((byte) 0).putShort((short) height).put((byte) 0);
        file.put(plain, 12, plain.length - 12);
        file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return file.array();
    }

    /** A page that is no mere picture: it has a margin. */
    private static byte[] pdf(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            float width = Math.max(3, image.getWidth() * 0.36f);
            float height = Math.max(3, image.getHeight() * 0.36f);
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 1, 1, width - 2, height - 2);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] segment, int orientation) {
        if (orientation == 1) {
            return file;
        }
        return ByteBuffer.allocate(file.length + segment.length)
                .put(file, 0, at).put(segment).put(file, at, file.length - at).array();
    }

    private static byte[] app1(int orientation) {
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(10 + exif.length).putShort((short) 0xffe1).putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).array();
    }

    private static byte[] chunk(byte[] exif) {
        byte[] body = ByteBuffer.allocate(4 + exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif).array();
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length).putInt(exif.length).put(body).putInt((int) crc.getValue()).array();
    }

    /** A directory of one entry. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x4949).putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1).putInt(orientation)
                .putInt(0).array();
    }
}
