package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

class OrientationTest {

    /** A picture of three columns and two rows, 1 2 3 over 4 5 6, as EXIF 2.32 turns it. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, 1 2 3 4 5 6", "2, 3 2 1 6 5 4", "3, 6 5 4 3 2 1", "4, 4 5 6 1 2 3",
        "5, 1 4 2 5 3 6", "6, 4 1 5 2 6 3", "7, 6 3 5 2 4 1", "8, 3 6 2 5 1 4"
    })
    void storedPictureIsTurnedUpright(int exif, String wanted) {
        BufferedImage stored = Pixels.create(new Dimensions(3, 2), ColorSpace.getInstance(ColorSpace.CS_GRAY), false, 8);
        stored.getRaster().setPixels(0, 0, 3, 2, new int[] {1, 2, 3, 4, 5, 6});
        BufferedImage upright = new Orientation(exif).apply(stored);
        int[] samples = DecoderContract.samples(upright, upright.getRaster().getBounds());
        assertThat(java.util.Arrays.stream(samples).mapToObj(Integer::toString).toList())
                .isEqualTo(java.util.List.of(wanted.split(" ")));
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                Rect at = new Orientation(exif).stored(new Rect(x, y, 1, 1), new Dimensions(3, 2));
                assertThat(upright.getRaster().getSample(x, y, 0))
                        .isEqualTo(stored.getRaster().getSample(at.x(), at.y(), 0));
            }
        }
    }
}
