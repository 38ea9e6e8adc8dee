package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class RegionTest {

    @Holds({"IMG-032", "IMG-034", "IMG-035", "IMG-040", "IMG-041", "IMG-042", "IMG-044", "IMG-046", "IMG-047",
        "IMG-048"})
    @ParameterizedTest(name = "{0} of {1}x{2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    full                        | 6000 | 4000 | 0,0,6000,4000
                    square                      | 6000 | 4000 | 1000,0,4000,4000
                    square                      | 5    | 8    | 0,1,5,5
                    0,0,1,1                     | 6000 | 4000 | 0,0,1,1
                    125,15,200,200              | 300  | 200  | 125,15,175,185
                    pct:41.6,7.5,66.6,100       | 300  | 200  | 125,15,175,185
                    5999,3999,10,10             | 6000 | 4000 | 5999,3999,1,1
                    pct:41.6,7.5,40,70          | 300  | 200  | 125,15,120,140
                    pct:50,50,50,50             | 3    | 5    | 2,3,1,2
                    pct:0,0,0.0001,0.0001       | 300  | 200  | 0,0,1,1
                    pct:99.99,99.99,1,1         | 300  | 200  | 299,199,1,1
                    pct:0.5,0,50,100            | 1    | 1    | 0,0,1,1
                    pct:50,50,250,1000          | 300  | 200  | 150,100,150,100
                    pct:0,0,99999999999999999999999999999999,100 | 300 | 200 | 0,0,300,200
                    pct:.0,0,50.50,007          | 300  | 200  | 0,0,152,14
                    007,0,010,1                 | 300  | 200  | 7,0,10,1
                    1,1,2147483648,1000000000000000000 | 300 | 200 | 1,1,299,199
                    2147483646,0,9,9            | 2147483647 | 1 | 2147483646,0,1,1
                    """)
    void isClippedToThePicture(String text, int width, int height, String rect) {
        assertThat(Region.parse(text).within(new Dimensions(width, height))).hasToString(rect);
    }

    @Holds({"IMG-046", "IMG-048"})
    @ParameterizedTest(name = "{0} lies outside 6000x4000")
    @ValueSource(strings = {"6000,0,10,10", "0,4000,10,10", "999999999999999999,0,1,1", "pct:100,0,10,10",
            "pct:0,100,10,10", "pct:99999999999999999999999999999999,0,1,1"})
    void outsideIsMalformed(String text) {
        Region region = Region.parse(text);
        assertThatThrownBy(() -> region.within(new Dimensions(6000, 4000)))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining(text)
                .hasMessageContaining("6000x4000");
    }

    @Holds({"IMG-030", "IMG-031", "IMG-035", "IMG-045", "IMG-050"})
    @ParameterizedTest(name = "{0} is no region")
    @ValueSource(strings = {"", "Full", "FULL", "squared", "1,2,3", "1,2,3,4,5", ",,10,10", "0,0,10,", "-1,0,10,10",
            "+1,0,10,10", "0,0,10.0,10", "0,0,1e2,10", " 0,0,1,1", "0,0,0,10", "0,0,10,0", "pct:0,0,0,10",
            "pct:0,0,10,0.00", "pct:", "pct:full", "PCT:0,0,1,1", "pct:0,0,5.,1", "pct:0,0,.,1", "pct:0,0,1.2.3,1",
            "pct:NaN,0,1,1", "pct:1e2,0,1,1", "pct:-1,0,1,1", "pct:+0.9,0,1,1", "0,0,1000000000000000001,1",
            "0,0,000000000000000000000000000000001,1", "pct:0,0,0.0000000000000000000000000000001,1", "0;0,0,1,1",
            "１,0,1,1", "ab;c"})
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> Region.parse(text)).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    void anOffendingTextIsQuotedShortAndWithoutControls() {
        assertThatThrownBy(() -> Region.parse("\r\n" + "x".repeat(5000)))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("xxx…'")
                .hasMessageNotContainingAny("\r", "\n")
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void percentagesOfEqualValueAreEqual() {
        assertThat(Region.parse("pct:10,010.0,.50,100.00"))
                .isEqualTo(new Region.Percent(
                        BigDecimal.TEN, BigDecimal.TEN, new BigDecimal("0.5"), new BigDecimal("1E+2")))
                .hasToString("pct:10,10,0.5,100");
    }
}
