package org.lectern.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;

/** Other programs' readers are the witnesses. */
class ProgressiveEncoderTest {

    private static final List<String> READERS = List.of("com.sun.imageio.", "com.twelvemonkeys.");
    private static final int PROGRESSIVE_FRAME = 0xc2;

    @ParameterizedTest
    @EnumSource(ChromaSampling.class)
    void decodesToThePixelsOfTheBaseline(ChromaSampling sampling) throws IOException {
        for (long seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(seed < 40 ? 40 : 300);
            int height = 1 + random.nextInt(seed < 40 ? 40 : 90);
            int bands = random.nextBoolean() ? 3 : 1;
            int quality = 1 + random.nextInt(100);
            byte[] picture = picture(width, height, bands, random);
            same(picture, width, height, bands, quality, sampling, "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,1,3", "8,8,3", "16,16,3", "17,1,3", "1,17,3", "9,9,1", "24,8,3", "8,24,3"})
    void verySmallPicturesToo(int width, int height, int bands) throws IOException {
        for (ChromaSampling sampling : ChromaSampling.values()) {
            byte[] picture = picture(width, height, bands, new Random(1));
            same(picture, width, height, bands, 90, sampling, sampling.toString());
        }
    }

    /** More blocks end without a coefficient than one symbol can tell. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aLargeEvenPictureIsAFewSymbols(int bands) throws IOException {
        byte[] even = new byte[2000 * 1500 * bands];
        Arrays.fill(even, (byte) 200);
        byte[] jpeg = new ProgressiveEncoder(80, ChromaSampling.HALVED).encode(even, 2000, 1500, bands);
        assertThat(jpeg.length).isLessThan(2000 * 1500 / 64 * (bands == 1 ? 1 : 2) / 8 + 1000);
        assertThat(decode(jpeg, READERS.get(0))).containsOnly(200);
    }

    @Test
    void noiseOfTheLargestCoefficientsComesBack() throws IOException {
        byte[] noise = new byte[133 * 77 * 3];
        var random = new Random(5);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (random.nextBoolean() ? 255 : 0);
        }
        for (ChromaSampling sampling : ChromaSampling.values()) {
            same(noise, 133, 77, 3, 100, sampling, "seed 5, " + sampling);
        }
    }

    private static void same(byte[] picture, int width, int height, int bands, int quality, ChromaSampling sampling,
            String what) throws IOException {
        byte[] jpeg = new ProgressiveEncoder(quality, sampling).encode(picture, width, height, bands);
        byte[] baseline = new BaselineEncoder(quality, sampling).encode(picture, width, height, bands);
        for (String reader : READERS) {
            assertThat(decode(jpeg, reader)).as("%s: %dx%dx%d at %d by %s", what, width, height, bands, quality, reader)
                    .isEqualTo(decode(baseline, reader));
        }
    }

    @Test
    void isSmallerThanTheBaseline() {
        for (int quality : new int[] {30, 80, 95}) {
            for (int bands : new int[] {1, 3}) {
                byte[] picture = picture(400, 300, bands, new Random(9));
                byte[] jpeg = new ProgressiveEncoder(quality, ChromaSampling.HALVED).encode(picture, 400, 300, bands);
                byte[] baseline = new BaselineEncoder(quality, ChromaSampling.HALVED).encode(picture, 400, 300, bands);
                assertThat(jpeg.length).as("%d at %d", bands, quality).isLessThan(baseline.length);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,3", "3,5"})
    void theFrameIsProgressiveAndAllScansAreThere(int bands, int scans) {
        byte[] jpeg = new ProgressiveEncoder(80, ChromaSampling.HALVED)
                .encode(picture(40, 30, bands, new Random(2)), 40, 30, bands);
        List<Integer> markers = markers(jpeg);
        assertThat(markers).startsWith(0xe0, 0xdb).contains(PROGRESSIVE_FRAME).doesNotContain(0xc0);
        assertThat(markers.stream().filter(marker -> marker == 0xda)).hasSize(scans);
    }

    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xd9) {
            markers.add(jpeg[at + 1] & 0xff);
            at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xffff);
            while (jpeg[at] != (byte) 0xff || jpeg[at + 1] == 0) {
                at++;
            }
        }
        return markers;
    }

    @Test
    void noCodeIsLongerThanSixteenBitsOrAllOnes() {
        int[] counts = new int[256];
        int before = 1;
        int count = 1;
        for (int value = 0; value < 40; value++) { // Fibonacci's numbers make the longest codes
            counts[value * 6] = count;
            int sum = before + count;
            before = count;
            count = sum;
        }
        HuffmanTable table = HuffmanTable.shortest(counts);
        double kraft = 0;
        int codes = 0;
        for (int length = 1; length <= 16; length++) {
            kraft += (table.lengths()[length - 1] & 0xff) / Math.pow(2, length);
            codes += table.lengths()[length - 1] & 0xff;
        }
        assertThat(codes).isEqualTo(40);
        assertThat(table.values()).hasSize(40);
        assertThat(kraft).isLessThan(1);
        assertThat(table.values()[0]).as("the most frequent has the shortest").isEqualTo((byte) (39 * 6));
    }

    @Test
    void wrongCallsAreRefused() {
        var encoder = new ProgressiveEncoder(75, ChromaSampling.FULL);
        assertThatThrownBy(() -> encoder.encode(new byte[8], 2, 1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encode(new byte[8], 3, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encode(new byte[65_501], 1, 65_501, 1))
                .isInstanceOf(IiifException.TooLarge.class);
        assertThatThrownBy(() -> new ProgressiveEncoder(101, ChromaSampling.FULL))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("101");
    }

    /** Waves, flat parts and some noise. */
    private static byte[] picture(int width, int height, int bands, Random random) {
        byte[] picture = new byte[width * height * bands];
        int noise = random.nextInt(3) * 20;
        for (int i = 0; i < picture.length; i++) {
            int x = i / bands % width;
            int y = i / bands / width;
            double wave = 120 + 60 * Math.sin(x / 13.0) + 50 * Math.cos(y / 9.0 + i % bands);
            double value = x > 60 && y < 40 ? 235 : wave + noise * random.nextGaussian();
            picture[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return picture;
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
            int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return bytes;
        }
    }
}
