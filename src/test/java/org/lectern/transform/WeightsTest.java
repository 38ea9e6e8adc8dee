package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {

    private static String span(Spans spans, int out) {
        return spans.first(out) + ":" + spans.head(out) + " " + spans.last(out) + ":" + spans.tail(out);
    }

    @Test
    void stretchesMeetWhereTheyDivideASample() {
        Spans spans = Spans.of(0, 7.5, 8, 3);
        assertThat(span(spans, 0)).isEqualTo("0:1.0 2:0.5");
        assertThat(span(spans, 1)).isEqualTo("2:0.5 4:1.0");
        assertThat(span(spans, 2)).isEqualTo("5:1.0 7:0.5");
    }

    @Test
    void stretchBehindTheEdgeEndsWithTheLine() {
        Spans spans = Spans.of(0, 12, 9, 3);
        assertThat(span(spans, 2)).isEqualTo("8:1.0 8:0.0");
        assertThat(span(Spans.of(0, 16, 9, 4), 3)).as("the last sample goes on").isEqualTo("8:1.0 8:0.0");
    }

    @Test
    void aSampleASpanIsRecognised() {
        assertThat(Spans.single(3, 9).isSingle()).isTrue();
        assertThat(Spans.single(3, 9).first(2)).isEqualTo(5);
        assertThat(Spans.of(0, 9, 9, 9).isSingle()).isTrue();
        assertThat(Spans.of(0.5, 8.5, 9, 8).isSingle()).isFalse();
        assertThat(Spans.of(0, 8, 9, 4).isSingle()).isFalse();
    }

    @Test
    void weightsAddUpToOneAndLieWithinTheLine() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int extent = 1 + random.nextInt(60);
            double from = random.nextDouble() * (extent - 0.5);
            double to = from + 0.1 + random.nextDouble() * (extent - from);
            int out = 1 + random.nextInt(90);
            Weights weights = Weights.of(from, to, extent, out);
            assertThat(weights.count()).isEqualTo(out);
            for (int i = 0; i < out; i++) {
                assertThat(DoubleStream.of(weights.values(i)).sum()).as("seed %d", seed).isCloseTo(1, offset(1e-8));
                assertThat(weights.first(i)).isNotNegative();
                assertThat(weights.last(i)).isLessThan(extent);
                assertThat(weights.values(i)).hasSizeLessThanOrEqualTo(weights.most());
            }
        }
    }

    @Test
    void samplesOnTheirOwnPlacesPassThrough() {
        Weights weights = Weights.of(0, 5, 5, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(weights.first(i)).isEqualTo(i);
            assertThat(weights.values(i)).containsExactly(1);
        }
        assertThat(Weights.of(0, 5, 5, 15).values(7)).as("the middle of three").containsExactly(1);
    }

    @Test
    void lanczosBetweenTwoSamplesIsSymmetric() {
        double[] values = Weights.of(0, 12, 12, 24).values(11); // a quarter before sample 5 ends
        double[] mirrored = Weights.of(0, 12, 12, 24).values(12);
        assertThat(values).hasSize(6);
        for (int k = 0; k < 6; k++) {
            assertThat(values[k]).isCloseTo(mirrored[5 - k], offset(1e-12));
        }
        assertThat(values[2]).isCloseTo(0.9, offset(0.02));
    }

    /** 6 samples of the answer's size on either side at most, whatever the reduction. */
    @ParameterizedTest(name = "{0} to {1}: by {2} first")
    @CsvSource({"1000,999,1", "1000,300,1", "1000,251,1", "1000,249,2", "1000,100,5", "1000,3,166", "1000,1,500"})
    void muchIsAveragedBeforeItIsFiltered(int extent, int out, int factor) {
        Axis axis = Axis.filtered(0, extent, extent, out);
        assertThat(axis.spans().count()).isEqualTo((extent - 1) / factor + 1);
        assertThat(axis.weights().orElseThrow().most()).isLessThanOrEqualTo(24);
        assertThat(axis.first(0, out)).isZero();
        assertThat(axis.end(0, out)).isEqualTo(extent);
    }
}
