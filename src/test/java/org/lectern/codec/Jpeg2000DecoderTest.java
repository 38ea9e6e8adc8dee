package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Quality;

/** Jpeg2000 files made here. */
class Jpeg2000DecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new Jpeg2000Decoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(75, 50, BufferedImage.TYPE_3BYTE_BGR);

    @Override
    byte[] file() {
        return Fixtures.jp2(SOURCE);
    }

    @Test
    void losslessSamplesAreExactlyThoseWritten() {
        assertThat(decoded(new Jpeg2000Decoder(), file())).isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }

    @Test
    void levelsAreTheResolutionsOfTheCodestream() {
        Pyramid pyramid = new Jpeg2000Decoder().pyramid(new Picture(new HeldBlob(file(), "levels"), 0));
        assertThat(pyramid.levels()).extracting(Pyramid.Level::size).containsExactly(
                new Dimensions(75, 50), new Dimensions(38, 25), new Dimensions(19, 13));
        assertThat(pyramid.levels().get(0).tile()).isEqualTo(new Dimensions(32, 32));
        assertThat(pyramid.nature()).isEqualTo(Quality.COLOR);
    }

    @Test
    void highThroughputIsToldToBeUnsupported() {
        byte[] file = file();
        for (int i = 0; i + 12 < file.length; i++) {
            if ((file[i] & 0xff) == 0xff && file[i + 1] == 0x52) { // COD: the style of the code-blocks
                file[i + 12] |= 0x40;
                break;
            }
        }
        assertThatThrownBy(() -> new Jpeg2000Decoder().pyramid(new Picture(new HeldBlob(file, "ht"), 0)))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("HTJ2K");
    }
}
