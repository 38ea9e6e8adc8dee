package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTransformsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0", "127, 127, 127, 127, 0, 0", "-128, -128, -128, -128, 0, 0",
        "127, -128, -128, -65, 0, 255", "-128, -128, 127, -65, 255, 0", "-128, 127, -128, -1, -255, -255",
        "1, 2, 3, 2, 1, -1", "-1, 0, 0, -1, 0, -1",
    })
    void reversibleTransformGivesBackItsSource(int red, int green, int blue, int luma, int second, int third) {
        assertThat(new int[] {Math.floorDiv(red + 2 * green + blue, 4), blue - green, red - green})
                .containsExactly(luma, second, third);
        int[][] planes = {{9, luma, 9}, {9, second, 9}, {9, third, 9}};
        SampleTransforms.reversible(planes[0], planes[1], planes[2], 1, 1);
        assertThat(planes).isDeepEqualTo(new int[][] {{9, red, 9}, {9, green, 9}, {9, blue, 9}});
    }

    @Test
    void reversibleTransformGivesBackSamplesOfAnyDepth() {
        for (int bits = 1; bits <= 24; bits++) {
            var random = new Random(bits);
            int half = 1 << bits - 1;
            int[] red = random.ints(500, -half, half).toArray();
            int[] green = random.ints(500, -half, half).toArray();
            int[] blue = random.ints(500, -half, half).toArray();
            int[][] coded = new int[3][500];
            for (int i = 0; i < 500; i++) {
                coded[0][i] = Math.floorDiv(red[i] + 2 * green[i] + blue[i], 4);
                coded[1][i] = blue[i] - green[i];
                coded[2][i] = red[i] - green[i];
            }
            SampleTransforms.reversible(coded[0], coded[1], coded[2], 0, 500);
            assertThat(coded).as("%d bits", bits).isDeepEqualTo(new int[][] {red, green, blue});
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, 100, 100, 100", "0, 0, 100, 140.2, -71.4136, 0", "0, 100, 0, 0, -34.4136, 177.2",
        "-128, -128, 127, 50.054, -174.645864, -354.816",
    })
    void irreversibleTransformHasTheFactorsOfTheStandard(
            float luma, float blue, float red, float first, float second, float third) {
        float[][] planes = {{7, luma, 7}, {7, blue, 7}, {7, red, 7}};
        SampleTransforms.irreversible(planes[0], planes[1], planes[2], 1, 1);
        float[] made = {first, second, third};
        for (int c = 0; c < 3; c++) {
            assertThat(planes[c][1]).as("component %d", c).isCloseTo(made[c], Offset.offset(0.0005f));
            assertThat(planes[c][0]).isEqualTo(7);
            assertThat(planes[c][2]).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 128", "8, -128, 0", "8, -129, 0", "8, 127, 255", "8, 128, 255", "1, -1, 0", "1, 0, 1", "1, 5, 1",
        "16, -32768, 0", "16, 32767, 65535", "24, 8388607, 16777215", "24, -8388608, 0", "24, -9000000, 0",
    })
    void samplesAreLiftedAndKeptWithinTheirDepth(int bits, int sample, int lifted) {
        int[] samples = {77, sample, 77};
        SampleTransforms.lift(samples, 1, 1, bits);
        assertThat(samples).containsExactly(77, lifted, 77);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 128", "8, 0.49, 128", "8, 0.5, 128", "8, 1.5, 130", "8, -0.49, 128", "8, -0.51, 127", "8, -128.4, 0", "8, -128.6, 0",
        "8, -900, 0", "8, 127.4, 255", "8, 127.6, 255", "8, 1e20, 255", "8, -1e20, 0", "8, NaN, 255",
        "16, 32767, 65535", "16, -32768, 0", "1, 0, 1", "1, -0.6, 0", "20, -524288, 0", "20, 1.25, 524289",
    })
    void irreversibleSamplesAreRoundedLiftedAndKeptWithinTheirDepth(int bits, float sample, int lifted) {
        int[] into = {77, 77, 77};
        SampleTransforms.lift(new float[] {5, 5, sample}, 2, 1, bits, into, 1);
        assertThat(into).containsExactly(77, lifted, 77);
    }
}
