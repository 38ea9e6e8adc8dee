package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Plan;
import org.lectern.render.DrawnDecoder.Rounding;
import org.lectern.render.RawEncoder.Raw;

/** Tiles as clients ask for them fit together, and what is cached makes no difference. */
class MosaicPropertyTest {

    private static final int WHOLE = Integer.MAX_VALUE;

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("one piece", new Dimensions(1201, 907), 1, Rounding.UP, WHOLE, WHOLE),
                Arguments.of("one piece, upright", new Dimensions(1031, 2053), 1, Rounding.UP, WHOLE, WHOLE),
                Arguments.of("small, one piece", new Dimensions(523, 709), 1, Rounding.UP, WHOLE, WHOLE),
                Arguments.of("tiled", new Dimensions(1201, 907), 1, Rounding.UP, 256, 256),
                Arguments.of("tiny tiles", new Dimensions(641, 331), 1, Rounding.UP, 48, 16),
                Arguments.of("strips", new Dimensions(1201, 907), 1, Rounding.UP, WHOLE, 8),
                Arguments.of("levels rounded up", new Dimensions(1201, 907), 5, Rounding.UP, 256, 256),
                Arguments.of("levels rounded down", new Dimensions(1201, 907), 5, Rounding.DOWN, 256, 256),
                Arguments.of("levels read to the pixel", new Dimensions(1201, 907), 5, Rounding.UP, 1, 1),
                Arguments.of("levels of one piece", new Dimensions(2203, 1109), 4, Rounding.UP, WHOLE, WHOLE));
    }

    @Holds("IMG-148")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pictures")
    void tilesOfEveryLevelEqualTheWhole(
            String kind, Dimensions size, int levels, Rounding rounding, int tileWidth, int tileHeight) {
        var decoder = new DrawnDecoder(size, levels, rounding, tileWidth, tileHeight);
        var studio = new Studio(decoder, MapCaches.keepingTiles());
        for (int tile : new int[] {256, 512}) {
            for (int factor = 1; factor <= 16; factor *= 2) {
                Raw whole = studio.draw(studio.plan(size.bounds(), size.dividedBy(factor)));
                assertThat(new Dimensions(whole.width(), whole.height())).isEqualTo(size.dividedBy(factor));
                for (Plan plan : tiles(studio, size, factor, tile)) {
                    int x = plan.source().x() / factor;
                    int y = plan.source().y() / factor;
                    assertThat(distance(studio.draw(plan), whole, x, y)).as("factor %d %s", factor, plan).isLessThan(2);
                }
            }
        }
    }

    private static List<Plan> tiles(Studio studio, Dimensions size, int factor, int tile) {
        List<Plan> plans = new ArrayList<>();
        for (int y = 0; y < size.height(); y += tile * factor) {
            for (int x = 0; x < size.width(); x += tile * factor) {
                var source = new Rect(x, y, Math.min(tile * factor, size.width() - x),
                        Math.min(tile * factor, size.height() - y));
                plans.add(studio.plan(source, source.size().dividedBy(factor)));
            }
        }
        return plans;
    }

    private static int distance(Raw tile, Raw whole, int left, int top) {
        int most = 0;
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                for (int band = 0; band < tile.bands(); band++) {
                    int difference = tile.sample(x, y, band) - whole.sample(left + x, top + y, band);
                    most = Math.max(most, Math.abs(difference));
                }
            }
        }
        return most;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pictures")
    void answersDoNotDependOnWhatIsCached(
            String kind, Dimensions size, int levels, Rounding rounding, int tileWidth, int tileHeight) {
        var decoder = new DrawnDecoder(size, levels, rounding, tileWidth, tileHeight);
        var cold = new Studio(decoder, MapCaches.keepingNothing());
        var warm = new Studio(decoder, MapCaches.keepingTiles());
        for (long seed = 0; seed < 12; seed++) {
            Plan plan = random(new Random(seed), cold, size);
            byte[] wanted = cold.renderer.image(cold.picture(), plan);
            assertThat(warm.renderer.image(warm.picture(), plan)).as("seed %d %s", seed, plan).isEqualTo(wanted);
            assertThat(warm.renderer.image(warm.picture(), plan)).as("again, seed %d", seed).isEqualTo(wanted);
        }
    }

    @Test
    void pictureThatDoesNotFitIsSlicedInBandsToTheSameAnswers() {
        var size = new Dimensions(1103, 4099);
        var roomy = new Studio(new DrawnDecoder(size, 1, Rounding.UP, WHOLE, WHOLE), MapCaches.keepingTiles());
        for (MapCaches caches : List.of(MapCaches.keepingTiles(), MapCaches.keepingNothing())) {
            var decoder = new DrawnDecoder(size, 1, Rounding.UP, WHOLE, WHOLE);
            var narrow = new Studio(decoder, caches, new Admission(14 << 20, Duration.ZERO));
            for (long seed = 0; seed < 8; seed++) {
                Plan plan = random(new Random(seed), narrow, size);
                assertThat(narrow.renderer.image(narrow.picture(), plan))
                        .as("seed %d %s", seed, plan)
                        .isEqualTo(roomy.renderer.image(roomy.picture(), plan));
            }
            Plan thumbnail = narrow.plan(size.bounds(), size.dividedBy(8));
            assertThat(narrow.renderer.image(narrow.picture(), thumbnail))
                    .isEqualTo(roomy.renderer.image(roomy.picture(), thumbnail));
            assertThat(decoder.decoded.get()).as("bands").isEqualTo(caches.tiles.map.isEmpty() ? 27 : 3);
        }
    }

    private static Plan random(Random random, Studio studio, Dimensions size) {
        int x = random.nextInt(size.width());
        int y = random.nextInt(size.height());
        var source = new Rect(x, y, 1 + random.nextInt(size.width() - x), 1 + random.nextInt(size.height() - y));
        return studio.plan(source, new Dimensions(1 + random.nextInt(300), 1 + random.nextInt(300)));
    }
}
