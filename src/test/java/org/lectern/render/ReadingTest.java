package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.codec.Pyramid;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.render.DrawnDecoder.Rounding;
import org.lectern.render.Resolution.Way;
import org.lectern.transform.Window;

class ReadingTest {

    private static final Dimensions FULL = new Dimensions(5613, 3741);

    private static Reading reading(List<Resolution> resolutions, Rect source, Dimensions output) {
        var plan = new Plan(FULL, source, output, new Rotation(false, BigDecimal.ZERO),
                Quality.DEFAULT, Format.JPG, "unused");
        return Reading.of(plan, resolutions);
    }

    private static List<Resolution> halved(boolean up) {
        List<Resolution> resolutions = new ArrayList<>();
        for (int factor = 1; factor <= 16; factor *= 2) {
            var size = up ? FULL.dividedBy(factor) : new Dimensions(5613 / factor, 3741 / factor);
            resolutions.add(new Resolution(resolutions.size(), 0, size, Way.CELLS, new Dimensions(256, 256)));
        }
        return resolutions;
    }

    @Holds("IMG-148")
    @ParameterizedTest(name = "{0},{1},{2},{3} to {4}x{5} reads level {6}")
    @CsvSource({
        "5120,3584,493,157,493,157,0, 5120,3584,493,157",
        "5120,3072,493,669,247,335,1, 2560,1536,247,335",
        "4096,2048,1517,1693,380,424,2, 1024,512,380,424",
        "4096,0,1517,3741,190,468,3, 512,0,190,468",
        "0,0,5613,3741,351,234,4, 0,0,351,234",
        "1024,1024,1024,1024,512,512,1, 512,512,512,512"
    })
    void tilesOfClientsAreReadUnscaled(
            int x, int y, int width, int height, int toWidth, int toHeight, int level,
            int left, int top, int columns, int rows) {
        Reading reading = reading(halved(true), new Rect(x, y, width, height), new Dimensions(toWidth, toHeight));
        assertThat(reading.resolution().level()).isEqualTo(level);
        assertThat(reading.rect()).isEqualTo(new Rect(left, top, columns, rows));
        assertThat(reading.window()).isEqualTo(Window.all(new Dimensions(toWidth, toHeight)));
    }

    @ParameterizedTest(name = "{0} of the full picture at width {1} reads level {2}")
    @CsvSource({"5613,5613,0", "5613,9000,0", "5613,2808,0", "5613,2806,1", "5613,1404,2", "5613,1403,2", "5613,400,3",
        "5613,100,4", "1000,100,3", "1000,126,2", "16,1,4"})
    void theSmallestLevelThatNeedNotBeEnlargedIsRead(int side, int width, int level) {
        Reading reading = reading(halved(true), new Rect(0, 0, side, 1000), new Dimensions(width, 1));
        assertThat(reading.resolution().level()).isEqualTo(level);
    }

    @Test
    void levelsRoundedDownAreReadOnTheSameGrid() {
        Reading reading = reading(halved(false), new Rect(4096, 0, 1517, 3741), new Dimensions(190, 468));
        assertThat(reading.resolution().level()).isEqualTo(3);
        assertThat(reading.rect()).isEqualTo(new Rect(512, 0, 189, 467));
        assertThat(reading.window()).isEqualTo(new Window(0, 0, 190, 468));
    }

    @Test
    void levelsOfOtherRatiosAreReadByTheirRatio() {
        var third = new Resolution(1, 0, new Dimensions(1871, 1247), Way.CELLS, new Dimensions(256, 256));
        var resolutions = List.of(halved(true).get(0), third);
        Reading reading = reading(resolutions, new Rect(300, 301, 600, 900), new Dimensions(100, 150));
        assertThat(reading.resolution()).isEqualTo(third);
        assertThat(reading.rect()).isEqualTo(new Rect(100, 100, 200, 301));
        assertThat(reading.window().top()).isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void costlySinglePicturesAreHalvedDownToOneSlice() {
        var decoder = new DrawnDecoder(new Dimensions(2053, 300), 1, Rounding.UP, 9999, 9999);
        assertThat(Ladder.of(decoder.pyramid(), decoder, 1L << 30)).extracting(Resolution::size).containsExactly(
                new Dimensions(2053, 300), new Dimensions(1027, 150), new Dimensions(514, 75), new Dimensions(257, 38));
        assertThat(Ladder.of(decoder.pyramid(), decoder, 1000))
                .extracting(Resolution::way).as("when it does not fit").containsExactly(Way.DIRECT);
    }

    @Test
    void headersSurviveTheirText() {
        var decoder = new DrawnDecoder(new Dimensions(1201, 907), 3, Rounding.DOWN, 256, 128);
        Pyramid pyramid = decoder.pyramid();
        assertThat(Headers.parse(Headers.print(pyramid))).isEqualTo(pyramid);
        var silent = new Pyramid(pyramid.levels(), Quality.BITONAL, 1, 16, OptionalDouble.empty(), "tiff");
        assertThat(Headers.parse(Headers.print(silent))).isEqualTo(silent);
    }
}
