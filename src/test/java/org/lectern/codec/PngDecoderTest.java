package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;

/** Png files made here. */
class PngDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new PngDecoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(61, 47, BufferedImage.TYPE_INT_RGB);

    @Override
    byte[] file() {
        return Fixtures.written(SOURCE, "png");
    }

    @Test
    void samplesAreExactlyThoseWritten() {
        assertThat(decoded(new PngDecoder(), file())).isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }

    @Test
    void sixteenBitsAreKept() {
        BufferedImage deep = new BufferedImage(5, 3, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(4, 2, 0, 0x1234);
        assertThat(decoded(new PngDecoder(), Fixtures.written(deep, "png"))).endsWith(0x1234);
    }

    @Test
    void oneBitIsBitonalAndFullRange() {
        BufferedImage bits = new BufferedImage(9, 2, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(8, 1, 0xffffffff);
        byte[] file = Fixtures.written(bits, "png");
        Pyramid pyramid = new PngDecoder().pyramid(new Picture(new HeldBlob(file, "bits"), 0));
        assertThat(pyramid.nature()).isEqualTo(Quality.BITONAL);
        assertThat(pyramid.size()).isEqualTo(new Dimensions(9, 2));
        assertThat(decoded(new PngDecoder(), file)).startsWith(0, 0).endsWith(0, 255);
    }

    @Test
    void alphaIsKeptAsItIs() {
        BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0x40ff8000);
        assertThat(decoded(new PngDecoder(), Fixtures.written(clear, "png"))).startsWith(255, 128, 0, 64);
    }
}
