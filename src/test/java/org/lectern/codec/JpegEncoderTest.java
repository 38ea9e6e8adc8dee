package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;

class JpegEncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new JpegEncoder(90, JpegEncoder.Chroma.FULL);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        BufferedImage image = Readers.read(Readers.ofJdk("jpeg"), bytes);
        assertThat(image.getRaster().getNumBands()).isIn(1, 3);
        return image;
    }

    @Override
    BufferedImage readIgnoringProfile(byte[] bytes) throws IOException {
        int segment = 4 + (ByteBuffer.wrap(bytes).getShort(22) & 0xffff) - 2;
        var without = new ByteArrayOutputStream();
        without.write(bytes, 0, 20);
        without.write(bytes, 20 + segment, bytes.length - 20 - segment);
        return read(without.toByteArray());
    }

    @Override
    double leastPsnr() {
        return 38;
    }

    @Override
    double leastPsnrWhenTiny() {
        return 30;
    }

    @Override
    OptionalDouble dpi(byte[] bytes) {
        ByteBuffer jfif = ByteBuffer.wrap(bytes);
        assertThat(new String(bytes, 6, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("JFIF");
        assertThat(jfif.get(13)).isEqualTo((byte) 1);
        assertThat(jfif.getShort(16)).isEqualTo(jfif.getShort(14));
        return OptionalDouble.of(jfif.getShort(14));
    }

    @Override
    int bitonalBits() {
        return 8;
    }

    @Override
    int bitonalBits(byte[] bytes) {
        return bytes[frame(bytes) + 4];
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) {
        int at = 2 + 18;
        if (bytes[at + 1] != (byte) 0xe2) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(bytes).getShort(at + 2) & 0xffff;
        return Optional.of(Arrays.copyOfRange(bytes, at + 18, at + 2 + length));
    }

    /** Of the start of frame. */
    byte frameMarker() {
        return (byte) 0xc0;
    }

    private int frame(byte[] bytes) {
        int at = 2;
        while (bytes[at + 1] != frameMarker()) {
            at += 2 + (ByteBuffer.wrap(bytes).getShort(at + 2) & 0xffff);
        }
        return at;
    }

    @Test
    void chromaIsSampledAsSet() {
        BufferedImage image = EncoderPictures.rgb(64, 48, 8);
        var out = new ByteArrayOutputStream();
        new JpegEncoder(75, JpegEncoder.Chroma.HALVED, frameMarker() == (byte) 0xc2).encode(image, false, OptionalDouble.empty(), out);
        byte[] halved = out.toByteArray();
        byte[] full = encode(image);
        assertThat(halved[frame(halved) + 11]).as("4:2:0").isEqualTo((byte) 0x22);
        assertThat(full[frame(full) + 11]).as("4:4:4").isEqualTo((byte) 0x11);
    }

    @Test
    void halvedChromaComesBackToo() throws IOException {
        BufferedImage image = EncoderPictures.rgb(301, 199, 8);
        var out = new ByteArrayOutputStream();
        new JpegEncoder(90, JpegEncoder.Chroma.HALVED).encode(image, false, OptionalDouble.empty(), out);
        assertThat(EncoderPictures.psnr(image, read(out.toByteArray()))).isGreaterThan(36);
    }

    @Test
    void aProfileLongerThanOneSegmentIsCutAndNumbered() throws IOException {
        byte[] bytes = encode(EncoderPictures.linearRgb(8, 8));
        int at = 20;
        assertThat(bytes[at + 16]).as("first").isEqualTo((byte) 1);
        assertThat(bytes[at + 17]).as("of one").isEqualTo((byte) 1);
    }

    @Holds({"IMG-106", "IMG-107"})
    @ParameterizedTest
    @ValueSource(ints = {1, 80, 95, 100})
    void blackAndWhiteHasNoGreysRoundIt(int quality) throws IOException {
        BufferedImage image = EncoderPictures.bitonal(200, 120, 5);
        var out = new ByteArrayOutputStream();
        new JpegEncoder(quality, JpegEncoder.Chroma.HALVED, frameMarker() == (byte) 0xc2).encode(image, true, OptionalDouble.empty(), out);
        byte[] bytes = out.toByteArray();
        assertThat(bytes[frame(bytes) + 9]).as("components").isEqualTo((byte) 1);
        BufferedImage back = read(bytes);
        for (int i = 0; i < 200 * 120; i++) {
            int x = i % 200;
            int y = i / 200;
            assertThat(back.getRaster().getSample(x, y, 0)).as("%d,%d", x, y)
                    .isCloseTo(image.getRaster().getSample(x, y, 0), within(16));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void qualityIsFromOneToAHundred(int quality) {
        assertThatThrownBy(() -> new JpegEncoder(quality, JpegEncoder.Chroma.HALVED))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(Integer.toString(quality));
    }

    @Holds("IMG-221")
    @ParameterizedTest
    @EnumSource(JpegEncoder.Chroma.class)
    void flatSquaresKeepTheirColourAtTheStandardQuality(JpegEncoder.Chroma chroma) throws IOException {
        var random = new Random(221);
        BufferedImage image = EncoderPictures.rgb(1000, 1000, 8);
        int[][] squares = new int[100][];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = new int[] {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
        }
        for (int i = 0; i < 1_000_000; i++) {
            image.getRaster().setPixel(i % 1000, i / 1000, squares[i / 100_000 * 10 + i % 1000 / 100]);
        }
        var out = new ByteArrayOutputStream();
        new JpegEncoder(EncoderSettings.STANDARD.jpegQuality(), chroma)
                .encode(image, false, OptionalDouble.empty(), out);
        BufferedImage back = read(out.toByteArray());
        for (int i = 0; i < squares.length; i++) {
            int[] common = mostCommon(back, i % 10 * 100, i / 10 * 100);
            for (int band = 0; band < 3; band++) {
                assertThat(common[band]).as("seed 221, square %d, band %d", i, band)
                        .isCloseTo(squares[i][band], within(5));
            }
        }
    }

    private static int[] mostCommon(BufferedImage image, int left, int top) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            counts.merge(image.getRGB(left + i % 100, top + i / 100) & 0xffffff, 1, Integer::sum);
        }
        int rgb = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        return new int[] {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
    }

    @Test
    void aBetterQualityIsLargerAndCloser() throws IOException {
        BufferedImage image = EncoderPictures.rgb(200, 200, 8);
        var low = new ByteArrayOutputStream();
        new JpegEncoder(10, JpegEncoder.Chroma.FULL).encode(image, false, OptionalDouble.empty(), low);
        byte[] high = encode(image);
        assertThat(high.length).isGreaterThan(low.size());
        assertThat(EncoderPictures.psnr(image, read(high)))
                .isGreaterThan(EncoderPictures.psnr(image, read(low.toByteArray())));
    }
}
