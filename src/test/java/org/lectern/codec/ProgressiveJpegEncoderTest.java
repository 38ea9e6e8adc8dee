package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressiveJpegEncoderTest extends JpegEncoderTest {

    @Override
    Encoder encoder() {
        return new JpegEncoder(90, JpegEncoder.Chroma.FULL, true);
    }

    @Override
    byte frameMarker() {
        return (byte) 0xc2;
    }

    @Test
    void theSettingIsPartOfTheKey() {
        assertThat(encoder().settings()).isNotEqualTo(new JpegEncoder(90, JpegEncoder.Chroma.FULL).settings());
    }

    @Test
    void theSettingReachesTheEncoder() {
        var progressive = new EncoderSettings(
                80, JpegEncoder.Chroma.HALVED, true, 3, TiffEncoder.Compression.LZW, 10, false, 80);
        assertThat(Encoders.of(progressive).get(0).settings()).isEqualTo("q80,420,progressive");
        assertThat(Encoders.of(EncoderSettings.STANDARD).get(0).settings()).isEqualTo("q80,420");
    }

    @Test
    void insideAPdfTheJpegIsBaseline() {
        var pdf = new PdfEncoder(new JpegEncoder(90, JpegEncoder.Chroma.FULL, true));
        var out = new java.io.ByteArrayOutputStream();
        pdf.encode(EncoderPictures.rgb(30, 20, 8), false, OptionalDouble.empty(), out);
        assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("\u00ff\u00c0\0\21\10").doesNotContain("\u00ff\u00c2\0\21\10");
    }
}
