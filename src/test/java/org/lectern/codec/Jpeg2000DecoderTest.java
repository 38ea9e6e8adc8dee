package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Quality;

/** Jpeg2000 files made here. */
class Jpeg2000DecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return Fixtures.jpeg2000();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(75, 50, BufferedImage.TYPE_3BYTE_BGR);

    @Override
    byte[] file() {
        return Fixtures.jp2(SOURCE);
    }

    @Test
    void losslessSamplesAreExactlyThoseWritten() {
        assertThat(decoded(Fixtures.jpeg2000(), file())).isEqualTo(samples(SOURCE, SOURCE.getRaster().getBounds()));
    }

    @Test
    void levelsAreTheResolutionsOfTheCodestream() {
        Pyramid pyramid = Fixtures.jpeg2000().pyramid(new Picture(new HeldBlob(file(), "levels"), 0));
        assertThat(pyramid.levels()).extracting(Pyramid.Level::size).containsExactly(
                new Dimensions(75, 50), new Dimensions(38, 25), new Dimensions(19, 13));
        assertThat(pyramid.levels()).as("whatever the tiles of the file").allMatch(Pyramid.Level::exact);
        assertThat(pyramid.nature()).isEqualTo(Quality.COLOR);
    }

    @Test
    void aTileGoesByTheLaneOfTiles() {
        var level = new Pyramid.Level(new Dimensions(12_000, 8000), new Dimensions(1, 1));
        var pyramid = new Pyramid(List.of(level), Quality.COLOR, 3, 8, OptionalDouble.empty(), "jpeg2000");
        for (int side : new int[] {256, 512, 1024}) {
            assertThat(Fixtures.jpeg2000().cost(pyramid, 0, new Rect(100, 100, side, side)))
                    .as("side %d", side)
                    .isGreaterThan(side * side * 3L)
                    .isLessThan(16L << 20);
        }
    }

    @Test
    void filesOfManyComponentsNeedNoMoreThanTheirBands() {
        int components = 300;
        byte[] file = new Codestream(64, 64, 64, 64, components).coding(0, 1, 0, 4).quantisation(0)
                .part(0, 0, 1, new byte[0], new byte[components]).ended();
        int[] samples = decoded(Fixtures.jpeg2000(), file);
        assertThat(samples).hasSize(64 * 64 * 3).containsOnly(128);
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
        assertThatThrownBy(() -> Fixtures.jpeg2000().pyramid(new Picture(new HeldBlob(file, "ht"), 0)))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("HTJ2K");
    }
}
