package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.codec.Codecs;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.Encoders;
import org.lectern.codec.PngDecoder;
import org.lectern.codec.PngEncoder;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;
import org.lectern.transform.Bitonal;
import org.lectern.transform.Look;
import org.lectern.transform.Scaling;

/** The qualities from file to file, with the encoders of the standard settings. */
class QualitiesTest {

    private static final Dimensions SIZE = new Dimensions(64, 48);

    @TempDir
    private Path folder;

    /** Of colours, of greys, or of one bit. */
    private byte[] drawn(String source, Format format, Quality quality, Dimensions output, Look look) throws IOException {
        var space = ColorSpace.getInstance(source.equals("colour") ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        BufferedImage image = Pixels.create(SIZE, space, false, 8);
        new Random(48).nextBytes(Pixels.bytes(image));
        if (source.equals("one bit")) {
            byte[] samples = Pixels.bytes(image);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) (samples[i] >> 7);
            }
        }
        var file = new ByteArrayOutputStream();
        new PngEncoder(3).encode(image, source.equals("one bit"), OptionalDouble.empty(), file);
        Path path = Files.write(folder.resolve("source.png"), file.toByteArray());
        var codecs = new Codecs(List.of(new PngDecoder()), Encoders.of(EncoderSettings.STANDARD));
        var renderer = new Renderer(
                codecs, MapCaches.keeping(), new Admission(200L << 20, Duration.ofSeconds(10)), look, "b");
        return renderer.image(new Picture(FileBlob.of(path, "source"), 0),
                new Plan(SIZE, SIZE.bounds(), output, Rotation.NONE, quality, format, "x"));
    }

    @Holds({"IMG-100", "IMG-101", "IMG-102", "IMG-103", "IMG-106"})
    @ParameterizedTest(name = "{0} as {1}: {2} bands of {3} bits")
    @CsvSource({
        "colour, DEFAULT, 3, 8", "colour, COLOR, 3, 8", "colour, GRAY, 1, 8", "colour, BITONAL, 1, 1",
        "grey, DEFAULT, 1, 8", "grey, COLOR, 1, 8", "grey, GRAY, 1, 8", "grey, BITONAL, 1, 1",
        "one bit, DEFAULT, 1, 1", "one bit, COLOR, 1, 1", "one bit, GRAY, 1, 1", "one bit, BITONAL, 1, 1"
    })
    void pngHasNoMoreBandsAndBitsThanTheQuality(String source, Quality quality, int bands, int bits) throws IOException {
        byte[] answer = drawn(source, Format.PNG, quality, SIZE, Look.STANDARD);
        assertThat(answer[25]).as("colour type").isEqualTo((byte) (bands == 3 ? 2 : 0));
        assertThat((int) answer[24]).as("bits").isEqualTo(bits);
    }

    @Holds({"IMG-101", "IMG-102", "IMG-106"})
    @ParameterizedTest(name = "{0} as {1}: {2} components")
    @CsvSource({
        "colour, DEFAULT, 3", "colour, GRAY, 1", "colour, BITONAL, 1", "grey, DEFAULT, 1", "grey, COLOR, 1",
        "grey, BITONAL, 1", "one bit, DEFAULT, 1", "one bit, COLOR, 1", "one bit, GRAY, 1", "one bit, BITONAL, 1"
    })
    void jpegHasNoMoreComponentsThanTheQuality(String source, Quality quality, int components) throws IOException {
        byte[] answer = drawn(source, Format.JPG, quality, new Dimensions(32, 24), Look.STANDARD);
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(answer));
        assertThat(back.getRaster().getNumBands()).isEqualTo(components);
    }

    @Holds({"IMG-106", "IMG-107"})
    @ParameterizedTest(name = "{0} as {1} by {2}, made smaller {3}")
    @CsvSource({
        "colour, PNG, THRESHOLD, true", "colour, GIF, OTSU, true", "colour, PNG, DITHER, false",
        "one bit, PNG, THRESHOLD, true", "one bit, GIF, DITHER, true", "one bit, TIF, OTSU, true",
        "grey, TIF, DITHER, false", "colour, JPG, DITHER, true", "one bit, JPG, THRESHOLD, true"
    })
    void bitonalIsBlackAndWhiteAlone(String source, Format format, Bitonal.Method method, boolean smaller)
            throws IOException {
        var look = new Look(Look.WHITE, false, Scaling.AREA, new Bitonal(method, 128));
        var output = smaller ? new Dimensions(40, 30) : SIZE;
        BufferedImage back = ImageIO.read(
                new ByteArrayInputStream(drawn(source, format, Quality.BITONAL, output, look)));
        int[] greys = new int[output.width() * output.height()];
        for (int i = 0; i < greys.length; i++) {
            int x = i % output.width();
            int y = i / output.width();
            greys[i] = format == Format.JPG ? back.getRaster().getSample(x, y, 0) : back.getRGB(x, y) & 0xff;
        }
        int most = format == Format.JPG ? 12 : 0; // what JPEG loses, which no eye sees
        assertThat(Arrays.stream(greys)).allMatch(grey -> Math.min(grey, 255 - grey) <= most);
    }
}
