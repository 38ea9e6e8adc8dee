package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new PngEncoder(3);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        return Readers.read(Readers.ofJdk("png"), bytes);
    }

    @Override
    double leastPsnr() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    OptionalDouble dpi(byte[] bytes) {
        byte[] density = chunk(bytes, "pHYs").orElseThrow();
        assertThat(density[8]).as("metres").isEqualTo((byte) 1);
        assertThat(ByteBuffer.wrap(density).getInt(4)).isEqualTo(ByteBuffer.wrap(density).getInt(0));
        return OptionalDouble.of(ByteBuffer.wrap(density).getInt() * 0.0254);
    }

    @Override
    int bitonalBits(byte[] bytes) {
        return chunk(bytes, "IHDR").orElseThrow()[8];
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) throws IOException {
        Optional<byte[]> chunk = chunk(bytes, "iCCP");
        if (chunk.isEmpty()) {
            return Optional.empty();
        }
        int name = "ICC profile".length() + 2;
        var deflated = new ByteArrayInputStream(chunk.get(), name, chunk.get().length - name);
        return Optional.of(new InflaterInputStream(deflated).readAllBytes());
    }

    private static Optional<byte[]> chunk(byte[] bytes, String type) {
        int at = 8;
        while (at < bytes.length) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            if (new String(bytes, at + 4, 4, StandardCharsets.US_ASCII).equals(type)) {
                return Optional.of(Arrays.copyOfRange(bytes, at + 8, at + 8 + length));
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void everyLevelKeepsEverySample(int level) throws IOException {
        BufferedImage image = EncoderPictures.rgb(301, 47, 8);
        var out = new java.io.ByteArrayOutputStream();
        new PngEncoder(level).encode(image, false, OptionalDouble.empty(), out);
        assertThat(EncoderPictures.psnr(image, read(out.toByteArray()))).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void levelIsFromNoneToNine(int level) {
        assertThatThrownBy(() -> new PngEncoder(level)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(level));
    }
}
