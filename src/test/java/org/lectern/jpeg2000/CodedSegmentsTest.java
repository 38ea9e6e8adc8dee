package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodedSegmentsTest {

    private final CodedSegments segments = new CodedSegments();

    private static ComponentCoding coding(int style) {
        return new ComponentCoding(0, 6, 6, style, true, new int[] {0xff});
    }

    /** Adds a piece whose bytes all have one value. */
    private void add(int value, int length, int passes, int style) {
        int at = segments.add(length, passes, coding(style));
        Arrays.fill(segments.bytes, at, at + length, (byte) value);
    }

    private List<String> told() {
        segments.seal();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < segments.segments; i++) {
            byte[] bytes = Arrays.copyOfRange(segments.bytes, segments.from[i], segments.to[i] + 2);
            told.add(segments.passes[i] + " passes: " + Arrays.toString(bytes));
        }
        return told;
    }

    @Test
    void piecesOfLayersAreOneSegmentWhenNothingIsTerminated() {
        add(1, 3, 4, 0);
        add(2, 0, 7, 0);
        add(3, 2, 20, 0);
        assertThat(told()).containsExactly("31 passes: [1, 1, 1, 3, 3, -1, -1]");
    }

    @Test
    void eachPassIsASegmentWhenAllAreTerminated() {
        add(1, 2, 1, ComponentCoding.TERMINATE);
        add(2, 0, 1, ComponentCoding.TERMINATE);
        add(3, 1, 1, ComponentCoding.TERMINATE | ComponentCoding.BYPASS);
        assertThat(told()).containsExactly("1 passes: [1, 1, -1, -1]", "1 passes: [-1, -1]", "1 passes: [3, -1, -1]");
    }

    @Test
    void bypassSplitsAfterTenPassesThenTwoRawAndOneCoded() {
        add(1, 1, 6, ComponentCoding.BYPASS);
        add(2, 1, 4, ComponentCoding.BYPASS);
        add(3, 1, 1, ComponentCoding.BYPASS);
        add(4, 1, 1, ComponentCoding.BYPASS);
        add(5, 1, 1, ComponentCoding.BYPASS);
        add(6, 1, 2, ComponentCoding.BYPASS);
        add(7, 1, 1, ComponentCoding.BYPASS);
        add(8, 1, 1, ComponentCoding.BYPASS);
        assertThat(told()).containsExactly("10 passes: [1, 2, -1, -1]", "2 passes: [3, 4, -1, -1]",
                "1 passes: [5, -1, -1]", "2 passes: [6, -1, -1]", "1 passes: [7, -1, -1]", "1 passes: [8, -1, -1]");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, '10 11 13 14 16 17 19 20'", "5, '10 11 13 14 16 17 19 20'", "62, ''"})
    void propagationAndRefinementBypassFromTheFifthPlaneOn(int style, String expected) {
        String bypassing = IntStream.range(0, 22).filter(pass -> CodedSegments.bypasses(pass, coding(style)))
                .mapToObj(Integer::toString).reduce((one, other) -> one + " " + other).orElse("");
        assertThat(bypassing).isEqualTo(expected);
    }

    @Test
    void clearedItHoldsNothingOfTheBlockBefore() {
        add(9, 20_000, 9, ComponentCoding.BYPASS);
        segments.seal();
        segments.clear();
        add(1, 1, 10, ComponentCoding.BYPASS);
        add(2, 1, 2, ComponentCoding.BYPASS);
        assertThat(told()).containsExactly("10 passes: [1, -1, -1]", "2 passes: [2, -1, -1]");
    }

    @Test
    void moreSegmentsAndBytesThanThereIsRoomForAreTaken() {
        for (int i = 0; i < 90; i++) {
            add(i, 1_000, 1, ComponentCoding.TERMINATE);
        }
        segments.seal();
        assertThat(segments.segments).isEqualTo(90);
        for (int i = 0; i < 90; i++) {
            assertThat(segments.to[i] - segments.from[i]).isEqualTo(1_000);
            assertThat(segments.bytes[segments.from[i]]).isEqualTo((byte) i);
            assertThat(segments.bytes[segments.to[i] - 1]).isEqualTo((byte) i);
            assertThat(segments.bytes[segments.to[i]]).isEqualTo((byte) 0xff);
            assertThat(segments.bytes[segments.to[i] + 1]).isEqualTo((byte) 0xff);
        }
    }
}
