package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;

class LimitsTest {

    @Holds({"IMG-063", "IMG-087"})
    @ParameterizedTest(name = "{0}x{1} within {2} wide, {3} high, {4} pixels is {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    6000 | 4000 | 3000 |      |         | 3000x2000
                    6000 | 4000 | 3000 | 1000 |         | 1500x1000
                    6000 | 4000 |      |      | 4000000 | 2449x1632
                    4000 | 6000 | 3000 |      |         | 2000x3000
                    5613 | 3741 | 2000 |      |         | 2000x1333
                    5613 | 3741 |      |      | 1000000 | 1224x816
                    300  | 200  | 3000 |      |         | 300x200
                    6000 | 4000 | 2449 | 1632 | 4000000 | 2449x1632
                    6000 | 4000 | 600  | 9000 | 4000000 | 600x400
                    30000 | 1   | 100  |      |         | 100x1
                    30000 | 1   |      |      | 10000   | 10000x1
                    1 | 30000   |      |      | 10000   | 1x10000
                    2147483647 | 1 |   |      | 1       | 1x1
                    """)
    void maxFollowsTheSpecificationsAlgorithm(
            int width, int height, Integer maxWidth, Integer maxHeight, Long maxArea, String expected) {
        Limits limits = limits(maxWidth, maxHeight, maxArea, false);
        assertThat(limits.largest(new Dimensions(width, height))).hasToString(expected);
    }

    @Holds({"IMG-088", "IMG-222"})
    @ParameterizedTest(name = "{0}x{1} enlarged within {2} wide, {3} high, {4} pixels is {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1000 | 1000 | 4000 |      |          | 4000x4000
                    1000 | 1000 |      |      | 16000000 | 4000x4000
                    300  | 200  | 3000 | 1000 |          | 1500x1000
                    300  | 200  | 3000 | 1000 | 60000    | 300x200
                    6000 | 4000 | 3000 |      |          | 3000x2000
                    30000 | 1   |      |      | 40000    | 34641x1
                    """)
    void theEnlargedMaxReachesTheLimits(
            int width, int height, Integer maxWidth, Integer maxHeight, Long maxArea, String expected) {
        Limits limits = limits(maxWidth, maxHeight, maxArea, true);
        assertThat(limits.enlarged(new Dimensions(width, height))).hasToString(expected);
    }

    @Holds("IMG-086")
    @Test
    void bothMaximaAreAllowedAndTheEnlargedIsNeverSmaller() {
        long seed = 20261123;
        var random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            var region = new Dimensions(side(random), side(random));
            Limits limits = limits(
                    random.nextInt(4) == 0 ? null : side(random),
                    null,
                    random.nextBoolean() ? null : (long) side(random) * (1 + random.nextInt(1000)),
                    false);
            Dimensions largest = limits.largest(region);
            Dimensions enlarged = limits.enlarged(region);
            String where = "seed " + seed + ", round " + round + ": " + region + " in " + limits;
            assertThat(limits.allow(largest)).as(where).isTrue();
            assertThat(limits.allow(enlarged)).as(where).isTrue();
            assertThat(largest.width() <= region.width() && largest.height() <= region.height()).as(where).isTrue();
            assertThat(enlarged.width() >= largest.width() && enlarged.height() >= largest.height())
                    .as(where + ": " + largest + ", " + enlarged)
                    .isTrue();
        }
    }

    private static int side(Random random) {
        return 1 + random.nextInt(Integer.MAX_VALUE - 1 >> random.nextInt(31));
    }

    @Holds("IMG-085")
    @Test
    void impossibleLimitsAreRefused() {
        assertThatThrownBy(() -> limits(null, 5, null, false)).hasMessageContaining("maxHeight without maxWidth");
        assertThatThrownBy(() -> limits(null, null, null, true)).hasMessageContaining("maxWidth or maxArea");
        assertThatThrownBy(() -> limits(0, null, null, false)).hasMessageContaining("below 1");
    }

    static Limits limits(Integer maxWidth, Integer maxHeight, Long maxArea, boolean upscaling) {
        return new Limits(
                maxWidth == null ? OptionalInt.empty() : OptionalInt.of(maxWidth),
                maxHeight == null ? OptionalInt.empty() : OptionalInt.of(maxHeight),
                maxArea == null ? OptionalLong.empty() : OptionalLong.of(maxArea),
                upscaling);
    }
}
