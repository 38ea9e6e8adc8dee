package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiftingTest {

    private static final double K2 = 1.230174104914001 * 1.230174104914001;

    @Test
    void theGainsOfTheIrreversibleWaveletAreTheScalingsOfAllLevelsAbove() {
        List<Area> areas = List.of(new Area(0, 0, 8, 8), new Area(0, 0, 16, 16), new Area(0, 0, 32, 32));
        assertGain(areas, 2, 2, Subband.HL, 1);
        assertGain(areas, 2, 2, Subband.LH, 1);
        assertGain(areas, 2, 2, Subband.HH, 1 / K2);
        assertGain(areas, 2, 1, Subband.HL, K2);
        assertGain(areas, 2, 1, Subband.HH, 1);
        assertGain(areas, 2, 0, Subband.LL, K2 * K2);
        assertGain(areas, 1, 0, Subband.LL, K2);
        assertGain(areas, 0, 0, Subband.LL, 1);
    }

    @Test
    void aDirectionWithASingleSampleIsNotScaledButHalvedAtAnOddPlace() {
        List<Area> areas = List.of(new Area(3, 0, 3, 8), new Area(5, 0, 6, 16));
        double k = Math.sqrt(K2);
        assertGain(areas, 1, 1, Subband.HL, k / 2);
        assertGain(areas, 1, 1, Subband.HH, 1 / k / 2);
        assertGain(areas, 1, 1, Subband.LH, 1 / k);
        assertGain(List.of(new Area(2, 2, 3, 3), new Area(4, 4, 5, 5)), 1, 0, Subband.LL, 1);
    }

    private static void assertGain(List<Area> areas, int target, int resolution, int orientation, double gain) {
        assertThat((double) new Lifting97().gain(areas, target, resolution, orientation)).isCloseTo(gain, within(1e-6));
    }

    @Test
    void theReversibleWaveletScalesNothing() {
        List<Area> areas = List.of(new Area(0, 0, 8, 8), new Area(0, 0, 16, 16));
        assertThat(new Lifting53().gain(areas, 1, 0, Subband.LL)).isEqualTo(1);
        assertThat(new Lifting53().gain(areas, 1, 1, Subband.HH)).isEqualTo(1);
    }

    @Test
    void allStepsAtOnceAreTheStepsOneByOne() {
        assertAllAtOnce(new Lifting97(), new float[8][], new float[8][], 5);
        assertAllAtOnce(new Lifting53(), new int[8][], new int[8][], 5);
    }

    private static <S> void assertAllAtOnce(Lifting<S> lifting, S[] once, S[] single, int seed) {
        Random random = new Random(seed);
        for (int y = 0; y < 8; y++) {
            once[y] = row(lifting, random, 37);
            single[y] = lifting.rows(1, 37)[0];
            lifting.copy(once[y], 0, single[y], 0, 37);
        }
        lifting.liftAll(once, 12, 37);
        for (int step = 0; step < lifting.steps(); step++) {
            lifting.lift(step, single[12 - step & 7], single[11 - step & 7], single[13 - step & 7], 37);
        }
        assertThat(once).isEqualTo(single);
    }

    private static <S> S row(Lifting<S> lifting, Random random, int length) {
        S row = lifting.rows(1, length)[0];
        for (int i = 0; i < length; i++) {
            if (row instanceof float[] real) {
                real[i] = random.nextFloat() * 100 - 50;
            } else if (row instanceof int[] whole) {
                whole[i] = random.nextInt(200) - 100;
            }
        }
        return row;
    }
}
