package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RandomEncodingsTest {

    private static final int SEEDS = 40;

    @Test
    void openJpegReadsTheSamplesBack(@TempDir Path folder) throws Exception {
        assumeTrue(OpjDecompress.isInstalled(), "opj_decompress is not installed");
        int compared = 0;
        for (long seed = 0; compared < SEEDS; seed++) {
            RandomEncodings.Sample sample = seed % 4 == 0 ? RandomEncodings.of(seed) : RandomEncodings.exact(seed);
            byte[] file = sample.file();
            if (OpjDecompress.isAble(sample, file)) {
                compare(sample, OpjDecompress.decode(file, sample.boxes().isPresent(), 0, folder));
                compared++;
            }
        }
    }

    private static void compare(RandomEncodings.Sample sample, OpjDecompress.Answer answer) {
        assertThat(answer.samples()).as("%s: %s", sample, answer.said()).hasSameSizeAs(sample.picture().planes());
        for (int component = 0; component < answer.samples().size() && sample.isWhole(); component++) {
            int[] decoded = answer.samples().get(component);
            int[] source = sample.picture().planes().get(component).samples();
            int most = 0;
            for (int i = 0; i < source.length; i++) {
                most = Math.max(most, Math.abs(decoded[i] - source[i]));
            }
            assertThat(decoded).as("%s", sample).hasSameSizeAs(source);
            int bound = sample.bound(component);
            int bits = sample.picture().planes().get(component).bits();
            int rough = bound == 0 ? 0 : (1 << bits) / 10_000; // its constants have few digits
            assertThat(most).as("component %d of %s", component, sample).isLessThanOrEqualTo(bound + rough);
        }
    }

    @Test
    void openJpegSeesThePaletteInItsBoxes(@TempDir Path folder) throws Exception {
        assumeTrue(OpjDecompress.isInstalled(), "opj_decompress is not installed");
        var picture = TestPicture.of(0, 0, 30, 20, 3, new TestPicture.Kind(1, false, 1, 1));
        byte[] file = new Jp2Writer().enumerated(16)
                .palette(new int[] {8, 8, 8}, new int[][] {{1, 2, 3}, {250, 251, 252}})
                .mapping(new int[] {0, 1, 0}, new int[] {0, 1, 1}, new int[] {0, 1, 2})
                .write(picture, TestEncoder.encode(picture, new Encoding()));
        OpjDecompress.Answer answer = OpjDecompress.decode(file, true, 0, folder);
        assertThat(answer.samples()).as(answer.said()).hasSize(3);
        for (int channel = 0; channel < 3; channel++) {
            int least = channel + 1;
            int[] through = IntStream.of(picture.planes().get(0).samples()).map(value -> least + 249 * value).toArray();
            assertThat(answer.samples().get(channel)).isEqualTo(through);
        }
    }

    @Test
    void oneSeedGivesTheSameFileTwice() {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(RandomEncodings.file(seed)).as("seed %d", seed).isEqualTo(RandomEncodings.file(seed));
        }
    }
}
