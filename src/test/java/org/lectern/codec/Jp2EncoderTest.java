package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class Jp2EncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new Jp2Encoder(1);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        return Readers.read(new J2KImageReaderSpi(), bytes);
    }

    @Override
    double leastPsnr() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    OptionalDouble dpi(byte[] bytes) {
        byte[] capture = box(bytes, "resc").orElseThrow();
        ByteBuffer values = ByteBuffer.wrap(capture);
        double metre = (values.getShort(0) & 0xffff) / (double) values.getShort(2) * Math.pow(10, capture[8]);
        return OptionalDouble.of(metre * 0.0254);
    }

    @Override
    int bitonalBits() {
        return 8;
    }

    @Override
    int bitonalBits(byte[] bytes) {
        return box(bytes, "ihdr").orElseThrow()[10] + 1;
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) {
        byte[] colour = box(bytes, "colr").orElseThrow();
        return colour[0] == 2 ? Optional.of(Arrays.copyOfRange(colour, 3, colour.length)) : Optional.empty();
    }

    private static Optional<byte[]> box(byte[] bytes, String type) {
        for (int at = 4; at < Math.min(bytes.length - 4, 20_000); at++) {
            if (new String(bytes, at, 4, StandardCharsets.US_ASCII).equals(type)) {
                int length = ByteBuffer.wrap(bytes).getInt(at - 4);
                return Optional.of(Arrays.copyOfRange(bytes, at + 4, at - 4 + length));
            }
        }
        return Optional.empty();
    }

    @Test
    void aRatioMakesItSmaller() throws IOException {
        BufferedImage image = EncoderPictures.rgb(256, 256, 8);
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(20).encode(image, false, OptionalDouble.empty(), out);
        assertThat(out.size()).isLessThan(256 * 256 * 3 / 18);
        assertThat(EncoderPictures.psnr(image, read(out.toByteArray()))).isGreaterThan(35);
    }

    @Test
    void theLastBandIsNotedAsOpacity() {
        byte[] channels = box(encode(EncoderPictures.withAlpha(20, 10, false, 8)), "cdef").orElseThrow();
        assertThat(channels).startsWith(0, 4).endsWith(0, 3, 0, 1, 0, 0);
    }
}
