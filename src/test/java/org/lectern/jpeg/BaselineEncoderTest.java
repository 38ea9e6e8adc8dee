package org.lectern.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;

class BaselineEncoderTest {

    private static final String JDK = "com.sun.imageio.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.";

    /** Halved chroma is rounded once here and twice there: a scene of pure waves differs by 0.13 decibels at most. */
    @ParameterizedTest
    @CsvSource({"50,1", "50,3", "75,1", "75,3", "85,1", "85,3", "95,1", "95,3"})
    void asCloseAndAsSmallAsTheJdk(int quality, int bands) throws IOException {
        byte[] scene = scene(333, 251, bands);
        byte[] ours = new BaselineEncoder(quality, ChromaSampling.HALVED).encode(scene, 333, 251, bands);
        byte[] theirs = byJdk(scene, 333, 251, bands, quality);
        assertThat(psnr(scene, decode(ours, JDK))).isGreaterThan(psnr(scene, decode(theirs, JDK)) - 0.2);
        assertThat(ours.length).isLessThan((int) (theirs.length * 1.01));
    }

    @ParameterizedTest
    @EnumSource(ChromaSampling.class)
    void picturesOfAnySizeComeBack(ChromaSampling sampling) throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(seed < 30 ? 40 : 700);
            int height = 1 + random.nextInt(seed < 30 ? 40 : 70);
            int bands = random.nextBoolean() ? 3 : 1;
            byte[] scene = scene(width, height, bands);
            byte[] jpeg = new BaselineEncoder(95, sampling).encode(scene, width, height, bands);
            for (String reader : new String[] {JDK, TWELVE_MONKEYS}) {
                byte[] decoded = decode(jpeg, reader);
                assertThat(decoded).as("seed %d, %s", seed, reader).hasSameSizeAs(scene);
                assertThat(psnr(scene, decoded)).as("seed %d, %s, %dx%dx%d", seed, reader, width, height, bands)
                        .isGreaterThan(30);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void evenColourIsExactAtFullQuality(int bands) throws IOException {
        for (int value = 0; value < 256; value++) {
            byte[] even = new byte[17 * 9 * bands];
            Arrays.fill(even, (byte) value);
            byte[] jpeg = new BaselineEncoder(100, ChromaSampling.HALVED).encode(even, 17, 9, bands);
            assertThat(decode(jpeg, JDK)).as("value %d", value).isEqualTo(even);
        }
    }

    /** The largest coefficients there are, differences of DC from one end to the other, and stuffed bytes. */
    @ParameterizedTest
    @EnumSource(ChromaSampling.class)
    void extremesComeBackAtFullQuality(ChromaSampling sampling) throws IOException {
        var encoder = new BaselineEncoder(100, sampling);
        for (int pattern = 0; pattern < 6; pattern++) {
            byte[] grey = new byte[64 * 48];
            Random random = new Random(pattern);
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) extreme(pattern, i % 64, i / 64, random);
            }
            byte[] colour = new byte[grey.length * 3];
            for (int i = 0; i < colour.length; i++) {
                colour[i] = grey[i / 3];
            }
            assertThat(furthest(grey, decode(encoder.encode(grey, 64, 48, 1), JDK))).as("grey %d", pattern)
                    .isLessThanOrEqualTo(2);
            assertThat(furthest(colour, decode(encoder.encode(colour, 64, 48, 3), JDK))).as("colour %d", pattern)
                    .isLessThanOrEqualTo(2);
        }
    }

    private static int extreme(int pattern, int x, int y, Random random) {
        boolean white = switch (pattern) {
            case 0 -> (x + y & 1) == 0;
            case 1 -> (x / 8 + y / 8 & 1) == 0;
            case 2 -> (x / 16 + y / 16 & 1) == 0;
            case 3 -> (x & 1) == 0;
            case 4 -> (x + 2 >> 2 & 1) == 0;
            default -> random.nextBoolean();
        };
        return white ? 255 : 0;
    }

    @Test
    void saturatedColoursComeBack() throws IOException {
        byte[] colours = new byte[96 * 64 * 3];
        for (int i = 0; i < colours.length / 3; i++) {
            int colour = i % 96 / 16 + i / 96 / 16;
            for (int band = 0; band < 3; band++) {
                colours[3 * i + band] = (byte) ((colour >> band & 1) * 255);
            }
        }
        for (ChromaSampling sampling : ChromaSampling.values()) {
            byte[] decoded = decode(new BaselineEncoder(100, sampling).encode(colours, 96, 64, 3), TWELVE_MONKEYS);
            assertThat(psnr(colours, decoded)).as("%s", sampling)
                    .isGreaterThan(sampling == ChromaSampling.FULL ? 45 : 20);
        }
    }

    @Test
    void noiseWithEachSamplingIsReadToTheEnd() throws IOException {
        byte[] noise = new byte[200 * 100 * 3];
        new Random(7).nextBytes(noise);
        for (int quality : new int[] {1, 2, 30, 100}) {
            byte[] jpeg = new BaselineEncoder(quality, ChromaSampling.FULL).encode(noise, 200, 100, 3);
            byte[] theirs = decode(jpeg, TWELVE_MONKEYS);
            assertThat(furthest(decode(jpeg, JDK), theirs)).as("quality %d", quality).isLessThanOrEqualTo(4);
            assertThat(psnr(noise, theirs)).isGreaterThan(quality == 100 ? 45 : 5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 49, 50, 51, 75, 80, 95, 100})
    void tablesAreScaledAsTheJdkDoes(int quality) {
        float share = quality / 100f;
        float scale = share < 0.5f ? 0.5f / share : 2 - 2 * share;
        assertThat(scanned(JPEGQTable.K1Luminance.getScaledInstance(scale, true).getTable()))
                .isEqualTo(Quantization.luma(quality).scanned());
        assertThat(scanned(JPEGQTable.K2Chrominance.getScaledInstance(scale, true).getTable()))
                .isEqualTo(Quantization.chroma(quality).scanned());
    }

    private static byte[] scanned(int[] table) {
        byte[] scanned = new byte[64];
        for (int k = 0; k < 64; k++) {
            scanned[k] = (byte) table[Quantization.place(k)];
        }
        return scanned;
    }

    @Test
    void codesAreThoseOfAnnexK() {
        equal(HuffmanTable.LUMA_DC, JPEGHuffmanTable.StdDCLuminance);
        equal(HuffmanTable.CHROMA_DC, JPEGHuffmanTable.StdDCChrominance);
        equal(HuffmanTable.LUMA_AC, JPEGHuffmanTable.StdACLuminance);
        equal(HuffmanTable.CHROMA_AC, JPEGHuffmanTable.StdACChrominance);
    }

    private static void equal(HuffmanTable ours, JPEGHuffmanTable standard) {
        assertThat(shorts(ours.lengths())).isEqualTo(standard.getLengths());
        assertThat(shorts(ours.values())).isEqualTo(standard.getValues());
    }

    private static short[] shorts(byte[] bytes) {
        short[] shorts = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            shorts[i] = (short) (bytes[i] & 0xff);
        }
        return shorts;
    }

    /** Each dividend that a coefficient can be, by each step there is: as exact division rounds. */
    @Test
    void quantisedIsTheNearestMultiple() {
        for (int quality = 1; quality <= 100; quality++) {
            byte[] steps = Quantization.luma(quality).scanned();
            for (int value = -8192; value <= 8192; value += 1 + quality % 7) {
                int[][] places = new int[64][1];
                for (int[] place : places) {
                    place[0] = value;
                }
                int[] masks = new int[2];
                Quantization.luma(quality).apply(places, masks, masks, 0, 1);
                for (int k = 0; k < 64; k++) {
                    int step = (steps[k] & 0xff) << ForwardDct.SCALE_BITS;
                    int nearest = Integer.signum(value) * ((Math.abs(value) + step / 2) / step);
                    if (places[Quantization.place(k)][0] != nearest) {
                        assertThat(places[Quantization.place(k)][0]).as("%d by %d", value, step).isEqualTo(nearest);
                    }
                }
            }
        }
    }

    @Test
    void theLongestSideIsWrittenAndALongerOneRefused() throws IOException {
        var encoder = new BaselineEncoder(75, ChromaSampling.HALVED);
        assertThat(decode(encoder.encode(new byte[65_500 * 3], 65_500, 1, 3), JDK)).hasSize(65_500 * 3);
        assertThatThrownBy(() -> encoder.encode(new byte[65_501], 1, 65_501, 1))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("1x65501").hasMessageContaining("65500");
    }

    @Test
    void wrongCallsAreRefused() {
        var encoder = new BaselineEncoder(75, ChromaSampling.FULL);
        assertThatThrownBy(() -> encoder.encode(new byte[8], 2, 1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encode(new byte[8], 3, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encode(new byte[0], 0, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BaselineEncoder(0, ChromaSampling.FULL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Slopes, waves and an edge. */
    private static byte[] scene(int width, int height, int bands) {
        byte[] scene = new byte[width * height * bands];
        for (int i = 0; i < scene.length; i++) {
            int x = i / bands % width;
            int y = i / bands / width;
            double value = 110 + 50 * Math.sin(x / 17.0) + 40 * Math.cos(y / 11.0 + i % bands) + 15 * Math.sin(x * y / 900.0);
            scene[i] = (byte) Math.max(0, Math.min(255, value + (x > y + 60 ? 35 : 0)));
        }
        return scene;
    }

    private static byte[] decode(byte[] jpeg, String vendor) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            while (!reader.getClass().getName().startsWith(vendor)) {
                reader = readers.next();
            }
            reader.setInput(in);
            BufferedImage image = reader.read(0);
            int bands = image.getRaster().getNumBands();
            int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            assertThat(samples).hasSize(image.getWidth() * image.getHeight() * bands);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return bytes;
        }
    }

    private static byte[] byJdk(byte[] samples, int width, int height, int bands, int quality) throws IOException {
        int type = bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        var image = new BufferedImage(width, height, type);
        byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < into.length; i++) {
            into[i] = samples[i / bands * bands + bands - 1 - i % bands];
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith(JDK)) {
            writer = writers.next();
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    private static double psnr(byte[] a, byte[] b) {
        assertThat(b).hasSameSizeAs(a);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255 * a.length / Math.max(sum, 1e-9));
    }

    private static int furthest(byte[] a, byte[] b) {
        assertThat(b).hasSameSizeAs(a);
        int furthest = 0;
        for (int i = 0; i < a.length; i++) {
            furthest = Math.max(furthest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
        }
        return furthest;
    }
}
