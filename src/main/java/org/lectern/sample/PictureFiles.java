package org.lectern.sample;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as files, with the JDK's own encoders and, for JPEG 2000, with jai-imageio's. */
final class PictureFiles {

    private static final int TILE = 256;

    private PictureFiles() {}

    /** A picture and how it is to be written. */
    private record Written(BufferedImage image, ImageWriteParam param, IIOMetadata metadata) {
        IIOImage asImage() {
            return new IIOImage(image, null, metadata);
        }
    }

    static void jpeg(BufferedImage image, float quality, Path file) throws IOException {
        ImageWriter writer = ofTheJdk("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        Files.write(file, encode(writer, new Written(image, param, null)));
    }

    static void png(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ofTheJdk("png");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0);
        Files.write(file, encode(writer, new Written(image, param, null)));
    }

    /** A TIFF of JPEG tiles, with halves down to one tile as further directories. */
    static void pyramid(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ofTheJdk("tiff");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage level = image;
            while (true) {
                Written written = tiled(writer, level, level != image);
                writer.writeToSequence(written.asImage(), written.param());
                if (Math.max(level.getWidth(), level.getHeight()) <= TILE) {
                    break;
                }
                level = half(level);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        Files.write(file, bytes.toByteArray());
    }

    /**
     * A JP2 file.
     *
     * @param bitsPerPixel how large it may get
     */
    static byte[] jp2(BufferedImage image, double bitsPerPixel) throws IOException {
        ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
        J2KImageWriteParam param = (J2KImageWriteParam) writer.getDefaultWriteParam();
        param.setLossless(false);
        param.setFilter(J2KImageWriteParam.FILTER_97);
        param.setEncodingRate(bitsPerPixel);
        return encode(writer, new Written(image, param, null));
    }

    private static byte[] encode(ImageWriter writer, Written written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, written.asImage(), written.param());
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Written tiled(ImageWriter writer, BufferedImage image, boolean reduced) throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("JPEG");
        param.setCompressionQuality(0.8f);
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(TILE, TILE, 0, 0);
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        long[] subfile = {reduced ? BaselineTIFFTagSet.NEW_SUBFILE_TYPE_REDUCED_RESOLUTION : 0};
        TIFFTag tag = BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE);
        directory.addTIFFField(new TIFFField(tag, TIFFTag.TIFF_LONG, 1, subfile));
        return new Written(image, param, directory.getAsMetadata());
    }

    private static BufferedImage half(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, image.getType());
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return half;
    }

    /** Others on the class path write the same formats in other ways. */
    private static ImageWriter ofTheJdk(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if ("java.desktop".equals(writer.getClass().getModule().getName())) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java cannot write " + format);
    }
}
