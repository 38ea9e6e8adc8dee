package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.IiifException;

class SynthesisTest {

    private final Synthesis<int[]> reversible = Synthesis.reversible();
    private final Synthesis<float[]> irreversible = Synthesis.irreversible();

    @Test
    void everyResolutionOfTheReversibleWaveletIsReconstructedExactly() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Analysis forward = Analysis.random(random, area(random), random.nextInt(7), true);
            for (int r = 0; r <= forward.levels; r++) {
                assertSame53(forward, r, "seed " + seed + ", resolution " + r);
            }
        }
    }

    private void assertSame53(Analysis forward, int r, String message) {
        if (!forward.areas.get(r).isEmpty()) {
            int[] source = Arrays.stream(forward.resolutions.get(r)).mapToInt(sample -> (int) sample).toArray();
            assertThat(whole53(forward, r)).as(message).isEqualTo(source);
        }
    }

    @Test
    void everyResolutionOfTheIrreversibleWaveletIsReconstructed() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Analysis forward = Analysis.random(random, area(random), random.nextInt(7), false);
            for (int r = 0; r <= forward.levels; r++) {
                assertClose97(forward, r, "seed " + seed + ", resolution " + r);
            }
        }
    }

    private void assertClose97(Analysis forward, int r, String message) {
        if (!forward.areas.get(r).isEmpty()) {
            float[] made = whole97(forward, r);
            double[] source = forward.resolutions.get(r);
            for (int i = 0; i < source.length; i++) {
                assertThat((double) made[i]).as("%s, sample %d", message, i).isCloseTo(source[i], within(0.001));
            }
        }
    }

    @Test
    void aWindowIsBitForBitThatPartOfTheWhole() {
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            Area area = area(random);
            int levels = random.nextInt(7);
            Analysis whole = Analysis.random(random, area, levels, true);
            Analysis real = Analysis.random(random, area, levels, false);
            int r = random.nextInt(levels + 1);
            for (int i = 0; i < 10 && !whole.areas.get(r).isEmpty(); i++) {
                Area window = window(random, whole.areas.get(r));
                String message = "seed " + seed + ", window " + window + " of resolution " + r;
                assertThat(window53(whole, r, window)).as(message)
                        .isEqualTo(part(whole53(whole, r), whole.areas.get(r), window));
                assertThat(window97(real, r, window)).as(message)
                        .isEqualTo(part(whole97(real, r), real.areas.get(r), window));
            }
        }
    }

    @Test
    void thoseCoefficientsAreAskedForThatWereToldBeforehand() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            boolean exact = random.nextBoolean();
            Analysis forward = Analysis.random(random, area(random), random.nextInt(7), exact);
            int r = random.nextInt(forward.levels + 1);
            if (!forward.areas.get(r).isEmpty()) {
                Area window = window(random, forward.areas.get(r));
                assertThat(exact ? asked53(forward, r, window) : asked97(forward, r, window)).as("seed " + seed)
                        .isEqualTo(told(forward, r, window));
            }
        }
    }

    private static List<String> told(Analysis forward, int resolution, Area window) {
        Windows windows = Windows.of(forward.areas, resolution, window, forward.reversible);
        List<String> told = new ArrayList<>();
        for (int r = 0; r <= resolution; r++) {
            for (int i = 0; i < windows.bands(r).size(); i++) {
                int orientation = r == 0 ? Subband.LL : Subband.HL + i;
                Area band = windows.bands(r).get(i);
                if (!band.isEmpty()) {
                    told.add(r + " " + orientation + " " + band);
                    assertThat(forward.bandArea(r, orientation).contains(band)).as("%s", band).isTrue();
                }
            }
        }
        return told;
    }

    private List<String> asked53(Analysis forward, int resolution, Area window) {
        List<String> asked = new ArrayList<>();
        reversible.window(forward.areas, resolution, window, (r, orientation, part, gain, into, at, stride) -> {
            asked.add(r + " " + orientation + " " + part);
            forward.whole().read(r, orientation, part, gain, into, at, stride);
        }, new int[(int) window.size()], 0, window.width());
        return asked;
    }

    private List<String> asked97(Analysis forward, int resolution, Area window) {
        List<String> asked = new ArrayList<>();
        irreversible.window(forward.areas, resolution, window, (r, orientation, part, gain, into, at, stride) -> {
            asked.add(r + " " + orientation + " " + part);
            forward.real().read(r, orientation, part, gain, into, at, stride);
        }, new float[(int) window.size()], 0, window.width());
        return asked;
    }

    @ParameterizedTest(name = "{2} × {3} at ({0}, {1}) after {4} decompositions")
    @CsvSource({
        "0, 0, 1, 1, 0", "0, 0, 1, 1, 1", "1, 0, 1, 1, 1", "0, 1, 1, 1, 1", "1, 1, 1, 1, 1",
        "0, 0, 1, 1, 32", "1, 1, 1, 1, 32", "7, 4, 1, 1, 32", "0, 0, 2, 2, 32", "1, 1, 2, 2, 5", "3, 3, 3, 3, 32",
        "5, 0, 1, 40, 6", "0, 5, 40, 1, 6", "1, 0, 2, 9, 3", "15, 16, 4, 1, 4", "16, 15, 1, 4, 5",
        "2147483646, 2147483646, 1, 1, 32", "2147483640, 2147483633, 7, 14, 6", "2147483600, 1, 47, 3, 31",
    })
    void smallAndFarAreasAreReconstructed(int x, int y, int width, int height, int levels) {
        Area area = new Area(x, y, x + width, y + height);
        Analysis whole = Analysis.random(new Random(levels), area, levels, true);
        assertSame53(whole, levels, "5/3");
        Analysis real = Analysis.random(new Random(levels), area, levels, false);
        assertClose97(real, levels, "9/7");
    }

    @Test
    void samplesBesideTheWindowAreLeftAlone() {
        Analysis forward = Analysis.random(new Random(3), new Area(0, 0, 20, 20), 2, true);
        int[] into = new int[100];
        Arrays.fill(into, 777);
        reversible.window(forward.areas, 2, new Area(5, 6, 8, 8), forward.whole(), into, 23, 10);
        int[] samples = part(whole53(forward, 2), new Area(0, 0, 20, 20), new Area(5, 6, 8, 8));
        assertThat(Arrays.copyOfRange(into, 23, 26)).isEqualTo(Arrays.copyOfRange(samples, 0, 3));
        assertThat(Arrays.copyOfRange(into, 33, 36)).isEqualTo(Arrays.copyOfRange(samples, 3, 6));
        assertThat(Arrays.stream(into).filter(sample -> sample == 777)).hasSize(94);
    }

    @Test
    void sumsThatNoEncoderMakesWrapAround() {
        List<Area> areas = List.of(new Area(0, 0, 1, 1), new Area(0, 0, 2, 1));
        int[] into = new int[2];
        reversible.window(areas, 1, areas.get(1),
                (r, orientation, window, gain, band, at, stride) -> band[at] = Integer.MAX_VALUE, into, 0, 2);
        assertThat(into).containsExactly(Integer.MAX_VALUE, Integer.MAX_VALUE - 1);
    }

    @Test
    void aWindowOfMoreSamplesThanFitIsRefused() {
        List<Area> areas = List.of(new Area(0, 0, 50_000, 50_000), new Area(0, 0, 100_000, 100_000));
        assertThatThrownBy(() -> irreversible.window(areas, 1, areas.get(1), (r, o, w, g, s, a, n) -> {},
                new float[0], 0, 0)).isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("50000 × 50000");
    }

    private static Area area(Random random) {
        int x = random.nextInt(40);
        int y = random.nextInt(40);
        return new Area(x, y, x + 1 + random.nextInt(70), y + 1 + random.nextInt(70));
    }

    private static Area window(Random random, Area within) {
        int x = within.x0() + random.nextInt(within.width());
        int y = within.y0() + random.nextInt(within.height());
        return new Area(x, y, x + 1 + random.nextInt(within.x1() - x), y + 1 + random.nextInt(within.y1() - y));
    }

    private int[] whole53(Analysis forward, int r) {
        return window53(forward, r, forward.areas.get(r));
    }

    private float[] whole97(Analysis forward, int r) {
        return window97(forward, r, forward.areas.get(r));
    }

    private int[] window53(Analysis forward, int r, Area window) {
        int[] into = new int[(int) window.size()];
        reversible.window(forward.areas, r, window, forward.whole(), into, 0, window.width());
        return into;
    }

    /** Of a resolution with the gain of its LL, which is 1, whatever lies above it. */
    private float[] window97(Analysis forward, int r, Area window) {
        float[] into = new float[(int) window.size()];
        irreversible.window(forward.areas, r, window, forward.real(), into, 0, window.width());
        return into;
    }

    private static int[] part(int[] samples, Area area, Area window) {
        int[] part = new int[(int) window.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = samples[index(area, window, i)];
        }
        return part;
    }

    private static float[] part(float[] samples, Area area, Area window) {
        float[] part = new float[(int) window.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = samples[index(area, window, i)];
        }
        return part;
    }

    private static int index(Area area, Area window, int i) {
        int x = window.x0() - area.x0() + i % window.width();
        int y = window.y0() - area.y0() + i / window.width();
        return y * area.width() + x;
    }
}
