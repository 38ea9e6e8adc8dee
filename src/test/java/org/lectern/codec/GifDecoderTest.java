package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Gif files made here. */
class GifDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new GifDecoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(61, 47, BufferedImage.TYPE_BYTE_INDEXED);

    @Override
    byte[] file() {
        return Fixtures.written(SOURCE, "gif");
    }

    @Test
    void coloursAreThoseOfThePalette() {
        int[] rgb = decoded(new GifDecoder(), file());
        for (int i = 0; i < 61 * 47; i++) {
            int wanted = SOURCE.getRGB(i % 61, i / 61);
            int bands = rgb.length / (61 * 47);
            assertThat(rgb[i * bands] << 16 | rgb[i * bands + 1] << 8 | rgb[i * bands + 2]).isEqualTo(wanted & 0xffffff);
        }
    }
}
