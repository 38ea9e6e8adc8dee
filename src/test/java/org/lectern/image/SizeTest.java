package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class SizeTest {

    static final Limits WIDTH_3000 = new Limits(OptionalInt.of(3000), OptionalInt.empty(), OptionalLong.empty(), false);
    static final Limits UP_TO_3000 = new Limits(OptionalInt.of(3000), OptionalInt.empty(), OptionalLong.empty(), true);

    @ParameterizedTest(name = "{0}: {1} of {2}x{3} is {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IMG-070 | max             | 6000 | 4000 | 6000x4000
                    IMG-072 | 600,            | 6000 | 4000 | 600x400
                    IMG-072 | 6000,           | 6000 | 4000 | 6000x4000
                    IMG-072 | ,400            | 6000 | 4000 | 600x400
                    IMG-072 | 1,4000          | 6000 | 4000 | 1x4000
                    IMG-072 | pct:100         | 6000 | 4000 | 6000x4000
                    IMG-072 | pct:12.5        | 5613 | 3741 | 702x468
                    IMG-063 | 100,            | 3    | 200  | refused
                    IMG-063 | 1,              | 30000| 1    | 1x1
                    IMG-063 | 100,            | 30000| 1    | 100x1
                    IMG-063 | ,100            | 1    | 30000| 1x100
                    IMG-063 | !100,100        | 30000| 1    | 100x1
                    IMG-063 | 3,              | 2000 | 1001 | 3x2
                    IMG-063 | pct:0.01        | 30000| 5000 | 3x1
                    IMG-063 | pct:0.01        | 30000| 4999 | refused
                    IMG-074 | !225,100        | 300  | 200  | 150x100
                    IMG-074 | !2000,3000      | 1000 | 1000 | 1000x1000
                    IMG-074 | !20000,20000    | 6000 | 4000 | 6000x4000
                    IMG-074 | !999999999999999999,100 | 300 | 200 | 150x100
                    IMG-073 | 6001,           | 6000 | 4000 | refused
                    IMG-073 | ,4001           | 6000 | 4000 | refused
                    IMG-073 | pct:100.1       | 6000 | 4000 | refused
                    IMG-072 | pct:100.1       | 100  | 100  | refused
                    IMG-073 | 6001,10         | 6000 | 4000 | refused
                    IMG-073 | 10,4001         | 6000 | 4000 | refused
                    IMG-073 | 101,            | 100  | 100  | refused
                    IMG-076 | ^6000,          | 6000 | 4000 | 6000x4000
                    IMG-076 | ^6001,          | 6000 | 4000 | unsupported
                    IMG-076 | ^pct:120        | 100  | 100  | unsupported
                    IMG-076 | ^!200,200       | 100  | 100  | unsupported
                    IMG-076 | ^!50,200        | 100  | 100  | 50x50
                    IMG-076 | ^10,101         | 100  | 100  | unsupported
                    IMG-076 | ^max            | 100  | 100  | 100x100
                    IMG-078 | 99999999999,    | 100  | 100  | refused
                    IMG-078 | ^99999999999,   | 100  | 100  | refused
                    IMG-078 | ^1,999999999999999999 | 100 | 100 | refused
                    IMG-035 | ^pct:99999999999999999999999999999999 | 100 | 100 | refused
                    """)
    void version3WithoutLimits(String number, String text, int width, int height, String expected) {
        assertOutcome(text, ApiVersion.V3, new Dimensions(width, height), Limits.NONE, expected);
    }

    @ParameterizedTest(name = "IMG-089, table 4.4: {0} of {1}x{2}, maxWidth 3000: {3}; with enlarging: {4}")
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

    @ParameterizedTest(name = "{0}: {1} of {2}x{3}, no limits: {4}; maxWidth 3000 and enlarging: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IMG-060 | full        | 2000 | 1000 | 2000x1000 | 2000x1000
                    IMG-060 | full        | 6000 | 4000 | 6000x4000 | refused
                    IMG-061 | max         | 6000 | 4000 | 6000x4000 | 3000x2000
                    IMG-061 | max         | 300  | 200  | 300x200   | 300x200
                    IMG-062 | 600,        | 6000 | 4000 | 600x400   | 600x400
                    IMG-062 | ,400        | 6000 | 4000 | 600x400   | 600x400
                    IMG-062 | pct:10      | 6000 | 4000 | 600x400   | 600x400
                    IMG-062 | 10,20       | 6000 | 4000 | 10x20     | 10x20
                    IMG-065 | 600,        | 300  | 200  | refused   | 600x400
                    IMG-065 | 301,200     | 300  | 200  | refused   | 301x200
                    IMG-065 | pct:200     | 300  | 200  | refused   | 600x400
                    IMG-066 | !600,600    | 300  | 200  | 300x200   | 600x400
                    IMG-066 | !225,100    | 300  | 200  | 150x100   | 150x100
                    IMG-066 | !9000,9000  | 300  | 200  | 300x200   | 3000x2000
                    """)
    void version2(String number, String text, int width, int height, String without, String with) {
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

    @ParameterizedTest(name = "IMG-064, table 4.4: {0} is no size in either version")
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

    @Test
    void IMG_079_fullIsNoSizeOfVersion3() {
        assertThatThrownBy(() -> Size.parse("full", ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("'full'")
                .hasMessageContaining("max");
    }

    @ParameterizedTest(name = "IMG-068: {0} is no size of version 2")
    @ValueSource(strings = {"^max", "^10,", "^,10", "^pct:10", "^10,10", "^!10,10"})
    void caretsAreOfVersion3(String text) {
        assertThatThrownBy(() -> Size.parse(text, ApiVersion.V2)).isInstanceOf(IiifException.Malformed.class);
        assertThat(Size.parse(text, ApiVersion.V3)).hasToString(text);
    }

    @Test
    void IMG_078_aSizeOverTheLimitsNamesThem() {
        assertThatThrownBy(() -> Size.parse("3001,", ApiVersion.V3).of(new Dimensions(6000, 4000), WIDTH_3000))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("'3001,'")
                .hasMessageContaining("maxWidth 3000");
    }
}
