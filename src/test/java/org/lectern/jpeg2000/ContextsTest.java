package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextsTest {

    private static final int ANY = 9; // of as many as there can be

    /** Table D.1 for LL and LH, row by row: least and most of across, down, diagonal, and the context. */
    private static final int[][] STRAIGHT = {
        {2, 2, 0, ANY, 0, ANY, 8}, {1, 1, 1, ANY, 0, ANY, 7}, {1, 1, 0, 0, 1, ANY, 6}, {1, 1, 0, 0, 0, 0, 5},
        {0, 0, 2, 2, 0, ANY, 4}, {0, 0, 1, 1, 0, ANY, 3}, {0, 0, 0, 0, 2, ANY, 2}, {0, 0, 0, 0, 1, 1, 1},
        {0, 0, 0, 0, 0, 0, 0},
    };

    /** Table D.1 for HH: least and most of across and down together, of diagonal, and the context. */
    private static final int[][] DIAGONAL = {
        {0, ANY, 3, ANY, 8}, {1, ANY, 2, 2, 7}, {0, 0, 2, 2, 6}, {2, ANY, 1, 1, 5}, {1, 1, 1, 1, 4}, {0, 0, 1, 1, 3},
        {2, ANY, 0, 0, 2}, {1, 1, 0, 0, 1}, {0, 0, 0, 0, 0},
    };

    @ParameterizedTest
    @ValueSource(ints = {Subband.LL, Subband.HL, Subband.LH, Subband.HH})
    void significanceHasTheContextsOfItsTable(int orientation) {
        var band = new Subband(orientation, 0, new Area(0, 0, 1, 1), 6, 6, 0, 8, 1);
        byte[] contexts = Contexts.significance(band);
        assertThat(contexts).hasSize(512);
        for (int around = 0; around < 512; around++) {
            int across = significant(around, 3, 5);
            int down = significant(around, 1, 7);
            int diagonal = significant(around, 0, 2, 6, 8);
            List<Integer> expected = switch (orientation) {
                case Subband.HH -> rows(DIAGONAL, across + down, diagonal);
                case Subband.HL -> rows(STRAIGHT, down, across, diagonal);
                default -> rows(STRAIGHT, across, down, diagonal);
            };
            assertThat(List.of((int) contexts[around])).as("neighbourhood %d", around).isEqualTo(expected);
        }
    }

    private static int significant(int around, int... places) {
        int count = 0;
        for (int place : places) {
            count += (around & 1 << place) == 0 ? 0 : 1;
        }
        return count;
    }

    /** The contexts of the rows that hold; one, if the table is right. */
    private static List<Integer> rows(int[][] table, int... counts) {
        List<Integer> found = new ArrayList<>();
        for (int[] row : table) {
            boolean holds = true;
            for (int i = 0; i < counts.length; i++) {
                holds &= counts[i] >= row[2 * i] && counts[i] <= row[2 * i + 1];
            }
            if (holds) {
                found.add(row[row.length - 1]);
            }
        }
        return found;
    }

    @ParameterizedTest(name = "across {0}, down {1}")
    @CsvSource({
        "1, 1, 13, 0", "1, 0, 12, 0", "1, -1, 11, 0", "0, 1, 10, 0", "0, 0, 9, 0", "0, -1, 10, 1", "-1, 1, 11, 1",
        "-1, 0, 12, 1", "-1, -1, 13, 1",
    })
    void signHasTheContextAndFlipOfItsTable(int across, int down, int context, int flipped) {
        int seen = 0;
        for (int left = -1; left <= 1; left++) {
            for (int right = -1; right <= 1; right++) {
                for (int above = -1; above <= 1; above++) {
                    for (int below = -1; below <= 1; below++) {
                        if (Integer.signum(left + right) == across && Integer.signum(above + below) == down) {
                            int index = told(above, 0) | told(left, 2) | told(right, 4) | told(below, 6);
                            assertThat(Contexts.SIGNS[index]).as("%d %d %d %d", left, right, above, below)
                                    .isEqualTo((byte) (context << 1 | flipped));
                            seen++;
                        }
                    }
                }
            }
        }
        assertThat(seen).isPositive();
    }

    private static int told(int neighbour, int at) {
        return (neighbour == 0 ? 0 : 2 << at) | (neighbour < 0 ? 1 << at : 0);
    }

    @Test
    void signOfANeighbourThatIsNotSignificantSaysNothing() {
        assertThat(Contexts.SIGNS[0b01010101]).isEqualTo(Contexts.SIGNS[0]);
    }
}
