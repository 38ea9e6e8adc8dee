package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForwardWaveletTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flatFieldIsAllInTheLowestBand(boolean reversible) {
        var flat = new Field(3, 5, 30, 24);
        Arrays.fill(flat.values, 77);
        List<Field> bands = ForwardWavelet.transform(flat, 3, reversible);
        assertThat(bands).hasSize(10);
        for (double low : bands.get(0).values) {
            assertThat(low).isCloseTo(77, within(1e-6));
        }
        bands.subList(1, 10).forEach(band -> {
            for (double high : band.values) {
                assertThat(high).isCloseTo(0, within(1e-6));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void rowOfTheReversibleTransformIsAsReckonedByHand(int first) {
        var row = new Field(first, 0, first + 4, 1);
        IntStream.range(0, 4).forEach(i -> row.values[i] = new int[] {10, 20, 30, 80}[i]);
        List<Field> bands = ForwardWavelet.transform(row, 1, true);
        // even start: highs 20-20, 80-30; lows 10+(0+0+2)/4, 30+(0+50+2)/4
        // odd start: highs 10-20, 30-50; lows 20+(-10-20+2)/4, 80+(-20-20+2)/4
        assertThat(bands.get(0).values).containsExactly(first == 0 ? new double[] {10, 43} : new double[] {13, 70});
        assertThat(bands.get(1).values).containsExactly(first == 0 ? new double[] {0, 50} : new double[] {-10, -20});
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void loneSampleIsDoubledWhenOdd(int at) {
        var lone = new Field(at, 0, at + 1, 1);
        lone.values[0] = 9;
        List<Field> bands = ForwardWavelet.transform(lone, 1, true);
        assertThat(bands.get(at & 1).values).containsExactly(at == 4 ? 9 : 18);
        assertThat(bands.get(1 - (at & 1)).values).isEmpty();
    }
}
