package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class SizeTest {

    static final Limits WIDTH_3000 = new Limits(OptionalInt.of(3000), OptionalInt.empty(), OptionalLong.empty(), false);
    static final Limits UP_TO_3000 = new Limits(OptionalInt.of(3000), OptionalInt.empty(), OptionalLong.empty(), true);

    @Holds({"IMG-034", "IMG-035", "IMG-063", "IMG-070", "IMG-072", "IMG-073", "IMG-074", "IMG-076", "IMG-078",
        "IMG-080", "IMG-222"})
    @ParameterizedTest(name = "{0} of {1}x{2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max             | 6000 | 4000 | 6000x4000
                    600,            | 6000 | 4000 | 600x400
                    6000,           | 6000 | 4000 | 6000x4000
                    ,400            | 6000 | 4000 | 600x400
                    1,4000          | 6000 | 4000 | 1x4000
                    pct:100         | 6000 | 4000 | 6000x4000
                    pct:12.5        | 5613 | 3741 | 702x468
                    pct:50          | 3    | 5    | 2x3
                    101,100         | 100  | 100  | refused
                    100,            | 3    | 200  | refused
                    1,              | 30000| 1    | 1x1
                    100,            | 30000| 1    | 100x1
                    ,100            | 1    | 30000| 1x100
                    !100,100        | 30000| 1    | 100x1
                    3,              | 2000 | 1001 | 3x2
                    pct:0.01        | 30000| 5000 | 3x1
                    pct:0.01        | 30000| 4999 | refused
                    !225,100        | 300  | 200  | 150x100
                    !2000,3000      | 1000 | 1000 | 1000x1000
                    !20000,20000    | 6000 | 4000 | 6000x4000
                    !999999999999999999,100 | 300 | 200 | 150x100
                    6001,           | 6000 | 4000 | refused
                    ,4001           | 6000 | 4000 | refused
                    pct:100.1       | 6000 | 4000 | refused
                    pct:100.1       | 100  | 100  | refused
                    6001,10         | 6000 | 4000 | refused
                    10,4001         | 6000 | 4000 | refused
                    101,            | 100  | 100  | refused
                    ^6000,          | 6000 | 4000 | 6000x4000
                    ^6001,          | 6000 | 4000 | unsupported
                    ^pct:120        | 100  | 100  | unsupported
                    ^!200,200       | 100  | 100  | unsupported
                    ^!50,200        | 100  | 100  | 50x50
                    ^10,101         | 100  | 100  | unsupported
                    ^max            | 100  | 100  | 100x100
                    99999999999,    | 100  | 100  | refused
                    ^99999999999,   | 100  | 100  | refused
                    ^1,999999999999999999 | 100 | 100 | refused
                    ^pct:99999999999999999999999999999999 | 100 | 100 | refused
                    """)
    void version3WithoutLimits(String text, int width, int height, String expected) {
        assertOutcome(text, ApiVersion.V3, new Dimensions(width, height), Limits.NONE, expected);
    }

    @Holds({"IMG-075", "IMG-078", "IMG-089"})
    @ParameterizedTest(name = "{0} of {1}x{2}, maxWidth 3000: {3}; with enlarging: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max         | 6000 | 4000 | 3000x2000   | 3000x2000
                    ^max        | 6000 | 4000 | 3000x2000   | 3000x2000
                    3000,       | 6000 | 4000 | 3000x2000   | 3000x2000
                    3001,       | 6000 | 4000 | refused     | refused
                    7000,       | 6000 | 4000 | refused     | refused
                    ^7000,      | 6000 | 4000 | refused     | refused
                    ^pct:120    | 100  | 100  | unsupported | 120x120
                    !9000,9000  | 6000 | 4000 | 3000x2000   | 3000x2000
                    ^!9000,9000 | 6000 | 4000 | 3000x2000   | 3000x2000
                    ^max        | 300  | 200  | unsupported | 3000x2000
                    ^max        | 3000 | 10   | 3000x10     | 3000x10
                    ^!360,360   | 300  | 200  | unsupported | 360x240
                    ^,240       | 300  | 200  | unsupported | 360x240
                    ^pct:120    | 300  | 200  | unsupported | 360x240
                    ^600,10     | 300  | 200  | unsupported | 600x10
                    !360,360    | 300  | 200  | 300x200     | 300x200
                    360,        | 300  | 200  | refused     | refused
                    pct:101     | 300  | 200  | refused     | refused
                    1,          | 1    | 3001 | refused     | refused
                    pct:75      | 6000 | 4000 | refused     | refused
                    """)
    void version3WithLimits(String text, int width, int height, String without, String with) {
        var region = new Dimensions(width, height);
        assertOutcome(text, ApiVersion.V3, region, WIDTH_3000, without);
        assertOutcome(text, ApiVersion.V3, region, UP_TO_3000, with);
    }

    @Holds({"IMG-060", "IMG-061", "IMG-062", "IMG-065", "IMG-066"})
    @ParameterizedTest(name = "{0} of {1}x{2}, no limits: {3}; maxWidth 3000 and enlarging: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    full        | 2000 | 1000 | 2000x1000 | 2000x1000
                    full        | 6000 | 4000 | 6000x4000 | refused
                    max         | 6000 | 4000 | 6000x4000 | 3000x2000
                    max         | 300  | 200  | 300x200   | 300x200
                    600,        | 6000 | 4000 | 600x400   | 600x400
                    ,400        | 6000 | 4000 | 600x400   | 600x400
                    pct:10      | 6000 | 4000 | 600x400   | 600x400
                    10,20       | 6000 | 4000 | 10x20     | 10x20
                    600,        | 300  | 200  | refused   | 600x400
                    301,200     | 300  | 200  | refused   | 301x200
                    pct:200     | 300  | 200  | refused   | 600x400
                    !600,600    | 300  | 200  | 300x200   | 600x400
                    !225,100    | 300  | 200  | 150x100   | 150x100
                    !9000,9000  | 300  | 200  | 300x200   | 3000x2000
                    """)
    void version2(String text, int width, int height, String without, String with) {
        var region = new Dimensions(width, height);
        assertOutcome(text, ApiVersion.V2, region, Limits.NONE, without);
        assertOutcome(text, ApiVersion.V2, region, UP_TO_3000, with);
    }

    private static void assertOutcome(
            String text, ApiVersion version, Dimensions region, Limits limits, String expected) {
        Size size = Size.parse(text, version);
        switch (expected) {
            case "refused" -> assertThatThrownBy(() -> size.of(region, limits))
                    .isInstanceOf(IiifException.Malformed.class);
            case "unsupported" -> assertThatThrownBy(() -> size.of(region, limits))
                    .isInstanceOf(IiifException.Unsupported.class);
            default -> assertThat(size.of(region, limits)).hasToString(expected);
        }
    }

    @Holds("IMG-064")
    @ParameterizedTest(name = "{0} is no size in either version")
    @ValueSource(strings = {"pct:0", "pct:0.00", "0,", ",0", "0,0", "0,5", "5,0", "!0,5", "!5,0", ",", ",,", "w", "",
            "10", "-1,", "1.5,", "!10,", "!,10", "!,", "!", "pct:", "pct:abc", "pct:5.", "pct:1,2", "^", "^^max",
            "!max",
            "Max", "MAX", "fullx",
            "1,2,3", "!1,2,3", "10 ,10", "+1,", "!^10,10", ",^240", "pct:^10", "!pct:10",
            "1000000000000000001,", "000000000000000000000000000000001,", "^full", "１,"})
    void anythingElseIsMalformed(String text) {
        for (ApiVersion version : ApiVersion.values()) {
            assertThatThrownBy(() -> Size.parse(text, version))
                    .as(version.toString())
                    .isInstanceOf(IiifException.Malformed.class);
        }
    }

    @Holds({"IMG-079", "IMG-200"})
    @Test
    void fullIsNoSizeOfVersion3() {
        assertThatThrownBy(() -> Size.parse("full", ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("'full'")
                .hasMessageContaining("max");
    }

    @Holds({"IMG-068", "IMG-210"})
    @ParameterizedTest(name = "{0} is no size of version 2")
    @ValueSource(strings = {"^max", "^10,", "^,10", "^pct:10", "^10,10", "^!10,10"})
    void caretsAreOfVersion3(String text) {
        assertThatThrownBy(() -> Size.parse(text, ApiVersion.V2)).isInstanceOf(IiifException.Malformed.class);
        assertThat(Size.parse(text, ApiVersion.V3)).hasToString(text);
    }

    @Holds({"IMG-060", "IMG-078", "IMG-207"})
    @ParameterizedTest(name = "{1} of version {0} breaks {2}")
    @CsvSource({
        "V3, '3001,', maxWidth 3000",
        "V3, ',2500', maxHeight 2400",
        "V3, '2900,2300', maxArea 5000000",
        "V3, '3001,2401', 'maxWidth 3000, maxHeight 2400, maxArea 5000000'",
        "V3, 'pct:90', 'maxWidth 3000, maxHeight 2400, maxArea 5000000'",
        "V3, '^999999999999999999,999999999999999999', 'maxWidth 3000, maxHeight 2400, maxArea 5000000'",
        "V2, full, 'maxWidth 3000, maxHeight 2400, maxArea 5000000'"
    })
    void aSizeOverTheLimitsNamesThoseItBreaks(ApiVersion version, String text, String broken) {
        Limits limits = LimitsTest.limits(3000, 2400, 5_000_000L, false);
        assertThatThrownBy(() -> Size.parse(text, version).of(new Dimensions(6000, 4000), limits))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessage("The size '" + text + "' is over the limit of " + broken
                        + "; ask for 'max', which is the largest there is.");
    }

    @Holds({"IMG-078", "IMG-085"})
    @Test
    void aWidthThatStandsAloneIsNamedForHeightsToo() {
        assertThatThrownBy(() -> Size.parse(",3001", ApiVersion.V3).of(new Dimensions(6000, 4000), WIDTH_3000))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("over the limit of maxWidth 3000;");
    }
}
