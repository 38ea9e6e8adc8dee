package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer has found, one file in {@code findings} for each defect, never breaks again. */
class FuzzFindingsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> findingIsMended() throws IOException, URISyntaxException {
        Path findings = Path.of(FuzzFindingsTest.class.getResource("findings").toURI());
        try (Stream<Path> files = Files.list(findings)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> tried(read(file))))
                    .toList().stream();
        }
    }

    /** Without the fuzzer: each file of the seed corpus with a few bytes turned into others, or cut short. */
    @Test
    void damagedSeedsArePicturesOrRefused() throws IOException {
        List<byte[]> seeds = FuzzSeeds.all();
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int within = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 250); // headers are dense
                bytes[random.nextInt(within)] = (byte) random.nextInt();
            }
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            assertTimeoutPreemptively(DEADLINE, () -> assertThatCode(
                    () -> Jpeg2000FuzzTarget.fuzzerTestOneInput(damaged)).doesNotThrowAnyException(), "seed " + seed);
        }
    }

    private static void tried(byte[] bytes) {
        assertTimeoutPreemptively(DEADLINE, () -> Jpeg2000FuzzTarget.fuzzerTestOneInput(bytes));
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
