package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoefficientsTest {

    private static final int OBJECT = 80;

    @ParameterizedTest(name = "{0} planes, reversible {1}: {2} bytes a coefficient")
    @CsvSource({
        "1, true, 1", "7, true, 1", "8, true, 2", "15, true, 2", "16, true, 4", "30, true, 4",
        "1, false, 1", "6, false, 1", "7, false, 2", "14, false, 2", "15, false, 4", "30, false, 4",
    })
    void coefficientsTakeNoMoreBytesThanTheirPlanesNeedAndKeepTheirExtremes(int planes, boolean reversible, int bytes) {
        int most = (int) ((1L << planes + 1) - 1); // all planes one, and the middle of what is not known
        int[] decoded = {most, -most, 0, 3, -3, 1 << planes, -(1 << planes), 77};
        Coefficients kept = Coefficients.of(decoded, 7, 1, reversible, planes);
        assertThat(kept.weight()).isEqualTo(OBJECT + 7 * bytes);
        int[] read = new int[9];
        kept.read(0, 0, 7, read, 1);
        int[] expected = new int[9];
        for (int i = 0; i < 7; i++) {
            expected[i + 1] = reversible ? decoded[i] / 2 : decoded[i];
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void halvesAreDroppedTowardsZero() {
        int[] read = new int[7];
        Coefficients.of(new int[] {5, 4, 1, 0, -1, -4, -5}, 7, 1, true, 5).read(0, 0, 7, read, 0);
        assertThat(read).containsExactly(2, 2, 0, 0, 0, -2, -2);
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "14, 100", "25, 100000"})
    void partOfARowIsReadAndMultiplied(int planes, int unit) {
        int[] decoded = {1, 2, 3, 4, 5, -6, 7, 8, 9, 10, 11, 12};
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] *= unit;
        }
        Coefficients kept = Coefficients.of(decoded, 4, 3, false, planes);
        float[] read = {1, 1, 1, 1};
        kept.read(1, 1, 2, 0.5f, read, 1);
        assertThat(read).containsExactly(1, -3f * unit, 3.5f * unit, 1);
        int[] whole = {1, 1, 1, 1};
        kept.read(2, 2, 2, whole, 0);
        assertThat(whole).containsExactly(11 * unit, 12 * unit, 1, 1);
    }

    @Test
    void noneIsZeroOfAnySize() {
        float[] floats = {1, 1, 1, 1};
        int[] ints = {1, 1, 1, 1};
        Coefficients.NONE.read(500, 700, 2, 3, floats, 1);
        Coefficients.NONE.read(500, 700, 2, ints, 1);
        assertThat(floats).containsExactly(1, 0, 0, 1);
        assertThat(ints).containsExactly(1, 0, 0, 1);
        assertThat(Coefficients.NONE.weight()).isEqualTo(OBJECT);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "0, 3, 0", "1, 3, 1", "-1, 3, -1", "15, 3, 15", "-15, 3, -15", // seven and a half steps: of the background
        "16, 3, 2", "17, 3, 3", "-17, 3, -3", // one step, its middle told below the shift or not told at all
        "24, 3, 3", "-24, 3, -3", // the middle of what is not known of two planes
        "48, 3, 6", "49, 3, 7", "1000001, 16, 15", "1073741825, 29, 3", "1073741823, 29, 1073741823",
        "2147483647, 31, 2147483647", "-2147483647, 255, -2147483647",
    })
    void regionOfInterestIsBroughtBackAmongTheOthers(int decoded, int shift, int expected) {
        int[] samples = {decoded, decoded};
        BlockReader.unshift(samples, 1, shift);
        assertThat(samples).containsExactly(expected, decoded);
    }
}
