package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Bmp files made here. */
class BmpDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new BmpDecoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(61, 47, BufferedImage.TYPE_INT_RGB);

    @Override
    byte[] file() {
        return Fixtures.written(SOURCE, "bmp");
    }

    @Test
    void samplesAreExactlyThoseWritten() {
        assertThat(decoded(new BmpDecoder(), file())).isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }
}
