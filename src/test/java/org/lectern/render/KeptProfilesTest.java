package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.codec.Codecs;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.Encoders;
import org.lectern.codec.JpegEncoder;
import org.lectern.codec.PngDecoder;
import org.lectern.codec.PngEncoder;
import org.lectern.codec.TiffDecoder;
import org.lectern.codec.TiffEncoder;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;
import org.lectern.pixels.ProfileBytes;
import org.lectern.transform.Bitonal;
import org.lectern.transform.IccProfiles;
import org.lectern.transform.Look;
import org.lectern.transform.Scaling;

/** From a file with a profile to an answer with it, or with sRGB: what other readers find. */
class KeptProfilesTest {

    private static final Dimensions SIZE = new Dimensions(40, 30);
    private static final EncoderSettings ENCODERS = new EncoderSettings(
            90, JpegEncoder.Chroma.FULL, false, 3, TiffEncoder.Compression.LZW, 1, false, 80);

    @TempDir
    private Path folder;

    private byte[] drawn(BufferedImage source, boolean tiff, boolean keep, Plan plan) throws IOException {
        var file = new ByteArrayOutputStream();
        if (tiff) {
            new TiffEncoder(TiffEncoder.Compression.LZW).encode(source, false, OptionalDouble.empty(), file);
        } else {
            new PngEncoder(3).encode(source, false, OptionalDouble.empty(), file);
        }
        Path path = Files.write(folder.resolve("source"), file.toByteArray());
        var codecs = new Codecs(List.of(new PngDecoder(), new TiffDecoder()), Encoders.of(ENCODERS));
        var look = new Look(Look.WHITE, keep, Scaling.AREA, Bitonal.MIDDLE);
        var renderer = new Renderer(codecs, MapCaches.keeping(), new Admission(200L << 20, Duration.ofSeconds(10)), look, "b");
        return renderer.image(new Picture(FileBlob.of(path, "source"), 0), plan);
    }

    private static Plan plan(Format format, Quality quality, String degrees) {
        return new Plan(SIZE, SIZE.bounds(), SIZE, new Rotation(false, new BigDecimal(degrees)), quality, format, "x");
    }

    private static BufferedImage noise(ColorSpace space, boolean alpha, int bits) {
        BufferedImage image = Pixels.create(SIZE, space, alpha, bits);
        var random = new Random(16);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                for (int band = 0; band < Pixels.bands(image); band++) {
                    image.getRaster().setSample(x, y, band, random.nextInt(1 << bits));
                }
            }
        }
        return image;
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static byte[] icc(ICC_ColorSpace space) {
        return ProfileBytes.of(space).array();
    }

    static Stream<Arguments> sources() {
        return Stream.of(IccProfiles.wideRgb(), IccProfiles.displayP3(), IccProfiles.eciRgb(), IccProfiles.gray())
                .flatMap(space -> Stream.of(8, 16)
                        .flatMap(bits -> Stream.of(true, false).map(tiff -> Arguments.of(space, bits, tiff))));
    }

    @Holds("IMG-116")
    @ParameterizedTest(name = "{1} bits, from TIFF {2}")
    @MethodSource("sources")
    void profileAndSamplesAreKeptBitForBit(ICC_ColorSpace space, int bits, boolean tiff) throws IOException {
        BufferedImage source = noise(space, false, bits);
        for (Format format : List.of(Format.PNG, Format.TIF)) {
            byte[] answer = drawn(source, tiff, true, plan(format, Quality.DEFAULT, "0"));
            assertThat(profile(format, answer)).as("profile in %s", format).isEqualTo(icc(space));
            BufferedImage back = read(format, answer);
            assertThat(back.getSampleModel().getSampleSize(0)).as("bits in %s", format).isEqualTo(bits);
            assertThat(samples(back)).as("samples in %s", format).isEqualTo(samples(source));
        }
    }

    @Holds("IMG-116")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"JPG", "JP2"})
    void lossyFormatsKeepTheProfileToo(Format format) throws IOException {
        for (ICC_ColorSpace space : List.of(IccProfiles.displayP3(), IccProfiles.gray())) {
            byte[] answer = drawn(noise(space, false, 8), false, true, plan(format, Quality.DEFAULT, "0"));
            assertThat(profile(format, answer)).isEqualTo(icc(space));
        }
    }

    @Holds("IMG-116")
    @ParameterizedTest(name = "{0}, keep {1}, {2}")
    @CsvSource({
        "PNG, false, DEFAULT", "TIF, false, DEFAULT", "JPG, false, DEFAULT", "JP2, false, DEFAULT",
        "GIF, true, DEFAULT", "PNG, true, GRAY", "PNG, true, BITONAL"
    })
    void elseTheAnswerIsOfSrgbWithoutAProfile(Format format, boolean keep, Quality quality) throws IOException {
        ICC_ColorSpace space = IccProfiles.eciRgb();
        BufferedImage source = Pixels.create(SIZE, space, false, 8);
        for (int i = 0; i < SIZE.area(); i++) {
            source.getRaster().setPixel(i % SIZE.width(), i / SIZE.width(), new int[] {128, 128, 128});
        }
        byte[] answer = drawn(source, false, keep, plan(format, quality, "0"));
        if (format != Format.GIF) {
            assertThat(profile(format, answer)).isEmpty();
        }
        if (format != Format.JP2) {
            BufferedImage back = read(format, answer);
            int sample = format == Format.GIF ? back.getRGB(20, 15) & 0xff : back.getRaster().getSample(20, 15, 0);
            assertThat(sample).as("L* of 50.2 is 120 in sRGB").isBetween(quality == Quality.BITONAL ? 0 : 118, quality == Quality.BITONAL ? 0 : 122);
        }
    }

    @Holds("IMG-116")
    @Test
    void aGreySourceAskedForInGreyKeepsItsProfile() throws IOException {
        byte[] answer = drawn(noise(IccProfiles.gray(), false, 16), true, true, plan(Format.PNG, Quality.DEFAULT, "0"));
        assertThat(profile(Format.PNG, answer)).isEqualTo(icc(IccProfiles.gray()));
        assertThat(read(Format.PNG, answer).getRaster().getNumBands()).isEqualTo(1);
    }

    @Holds("IMG-116")
    @Test
    void turnedPicturesKeepTheProfileOnAWhiteBackground() throws IOException {
        for (ICC_ColorSpace space : List.of(IccProfiles.wideRgb(), IccProfiles.eciRgb(), IccProfiles.gray())) {
            byte[] answer = drawn(noise(space, false, 8), false, true, plan(Format.JPG, Quality.DEFAULT, "45"));
            assertThat(profile(Format.JPG, answer)).isEqualTo(icc(space));
        }
    }

    /** The JDK's own: others bring metadata of their own. */
    private static ImageReader reader(String suffix) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix(suffix);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new AssertionError(suffix);
    }

    private static BufferedImage read(Format format, byte[] answer) throws IOException {
        ImageReader reader = reader(format.toString());
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(answer))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** As the format has it; empty when it has none. */
    private static byte[] profile(Format format, byte[] answer) throws IOException {
        return switch (format) {
            case PNG -> pngProfile(answer);
            case TIF -> tiffProfile(answer);
            case JPG -> behind(answer, "ICC_PROFILE\0\u0001\u0001", 2, 2, 16);
            case JP2 -> behind(answer, "colr\u0002\0\0", 4, 4, 11);
            default -> throw new AssertionError(format);
        };
    }

    private static byte[] pngProfile(byte[] answer) throws IOException {
        ImageReader reader = reader("png");
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(answer))) {
            reader.setInput(in);
            var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var chunk = root.getElementsByTagName("iCCP");
            if (chunk.getLength() == 0) {
                return new byte[0];
            }
            byte[] deflated = (byte[]) ((IIOMetadataNode) chunk.item(0)).getUserObject();
            return new InflaterInputStream(new ByteArrayInputStream(deflated)).readAllBytes();
        } finally {
            reader.dispose();
        }
    }

    private static byte[] tiffProfile(byte[] answer) throws IOException {
        ImageReader reader = reader("tif");
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(answer))) {
            reader.setInput(in);
            var field = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0)).getTIFFField(34675);
            return field == null ? new byte[0] : field.getAsBytes();
        } finally {
            reader.dispose();
        }
    }

    /**
     * What follows a mark.
     *
     * @param back how far before the mark its length lies
     * @param lengthBytes how many bytes tell the length
     * @param besides of the length, what is no profile
     */
    private static byte[] behind(byte[] answer, String mark, int back, int lengthBytes, int besides) {
        int at = new String(answer, StandardCharsets.ISO_8859_1).indexOf(mark);
        if (at < 0) {
            return new byte[0];
        }
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | answer[at - back + i] & 0xff;
        }
        int start = at + mark.length();
        return Arrays.copyOfRange(answer, start, start + length - besides);
    }
}
