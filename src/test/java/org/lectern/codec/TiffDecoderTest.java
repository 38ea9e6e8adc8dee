package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;

/** Tiff files made here. */
class TiffDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new TiffDecoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(61, 47, BufferedImage.TYPE_3BYTE_BGR);

    @Override
    byte[] file() {
        return Fixtures.tiledTiff(SOURCE, "LZW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits", "ZLib"})
    void samplesAreExactlyThoseWritten(String compression) {
        assertThat(decoded(new TiffDecoder(), Fixtures.tiledTiff(SOURCE, compression)))
                .isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }

    @Test
    void uncompressedStripsAreRead() {
        assertThat(decoded(new TiffDecoder(), Fixtures.written(SOURCE, "tiff")))
                .isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }

    @Test
    void tilesAreThoseOfTheFile() {
        Pyramid pyramid = new TiffDecoder().pyramid(new Picture(new HeldBlob(file(), "tiles"), 0));
        assertThat(pyramid.levels()).containsExactly(
                new Pyramid.Level(new Dimensions(61, 47), new Dimensions(16, 16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6"})
    void faxIsBlackOnWhite(String compression) {
        BufferedImage bits = new BufferedImage(48, 32, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < 32; i++) {
            bits.setRGB(i, i, 0xffffffff);
        }
        byte[] file = Fixtures.tiledTiff(bits, compression);
        assertThat(new TiffDecoder().pyramid(new Picture(new HeldBlob(file, "fax"), 0)).nature())
                .isEqualTo(Quality.BITONAL);
        int[] wanted = samples(bits, bits.getRaster().getBounds());
        assertThat(decoded(new TiffDecoder(), file)).isEqualTo(java.util.Arrays.stream(wanted).map(v -> v * 255).toArray());
    }
}
