package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

    private static final List<Area> AREAS =
            List.of(new Area(0, 0, 256, 256), new Area(0, 0, 512, 512), new Area(0, 0, 1024, 1024));

    @Test
    void theWindowOfTheLowestResolutionIsThatOfItsOnlySubband() {
        Windows windows = Windows.of(AREAS, 0, new Area(3, 4, 9, 8), false);
        assertThat(windows.bands(0)).containsExactly(new Area(3, 4, 9, 8));
        assertThat(windows.levels()).hasSize(1);
    }

    @ParameterizedTest(name = "columns {1} to {2}, reversible: {0}")
    @CsvSource({
        // the places that a sample takes coefficients from, by the lengths of the filters
        "false, 512, 768, 255, 386, 254, 386",
        "false, 513, 769, 255, 386, 254, 386",
        "false, 512, 513, 255, 258, 254, 258",
        "false, 513, 514, 255, 259, 254, 259",
        "true, 512, 768, 256, 385, 255, 385",
        "true, 513, 769, 256, 385, 255, 385",
        "true, 512, 513, 256, 257, 255, 257",
        "true, 513, 514, 256, 258, 255, 258",
        "false, 0, 1024, 0, 512, 0, 512",
        "false, 1021, 1023, 509, 512, 508, 512",
    })
    void aWindowNeedsTheSamplesThatItsFiltersReach(
            boolean reversible, int from, int to, int low, int lowEnd, int high, int highEnd) {
        Windows across = Windows.of(AREAS, 2, new Area(from, 0, to, 1024), reversible);
        assertThat(across.bands(2)).containsExactly(new Area(high, 0, highEnd, 512),
                new Area(low, 0, lowEnd, 512), new Area(high, 0, highEnd, 512));
        assertThat(across.levels().get(1).wanted()).isEqualTo(new Area(low, 0, lowEnd, 512));
        Windows down = Windows.of(AREAS, 2, new Area(0, from, 1024, to), reversible);
        assertThat(down.bands(2)).containsExactly(new Area(0, low, 512, lowEnd),
                new Area(0, high, 512, highEnd), new Area(0, high, 512, highEnd));
    }

    @Test
    void aSingleSampleAtAnOddPlaceNeedsNothingOfLowerResolutions() {
        List<Area> areas = List.of(new Area(1, 1, 1, 1), new Area(1, 1, 1, 1), new Area(1, 1, 2, 2));
        Windows windows = Windows.of(areas, 2, areas.get(2), true);
        assertThat(windows.bands(2).get(2)).isEqualTo(new Area(0, 0, 1, 1));
        assertThat(windows.bands(2).get(0).isEmpty()).isTrue();
        assertThat(windows.bands(2).get(1).isEmpty()).isTrue();
        assertThat(windows.bands(1)).allMatch(Area::isEmpty);
        assertThat(windows.bands(0)).allMatch(Area::isEmpty);
    }

    @Test
    void emptyWindowsAndThoseOutsideAreNotTaken() {
        assertThatThrownBy(() -> Windows.of(AREAS, 1, new Area(4, 4, 4, 9), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Windows.of(AREAS, 1, new Area(0, 0, 513, 9), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
