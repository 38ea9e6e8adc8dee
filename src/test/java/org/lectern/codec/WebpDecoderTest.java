package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Webp files made here. */
class WebpDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new WebpDecoder();
    }

    @Override
    byte[] file() {
        return Fixtures.webp(37, 23, 0xff336699);
    }

    @Test
    void everyPixelHasTheColourWritten() {
        assertThat(decoded(new WebpDecoder(), file())).startsWith(0x33, 0x66, 0x99).endsWith(0x33, 0x66, 0x99);
    }
}
