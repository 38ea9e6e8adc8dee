package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lectern.blob.FileBlob;
import org.lectern.core.IiifException;

/**
 * Every hostile JPEG 2000 file of the shared corpus gives a picture or a clear refusal within two seconds, all of them one
 * after the other in a process of 256 MB.
 */
class HostileTest {

    private static final long MOST_MILLIS = 2_000;

    @Test
    void everyHostileFileEndsWellInASmallHeap() throws IOException, InterruptedException {
        CorpusFiles.assumeHere();
        List<String> paths = Stream.concat(
                CorpusFiles.in("hostile/jp2", "hostile/mutated").stream(),
                CorpusFiles.in("hostile/bombs").stream()).toList();
        List<String> lines = inItsOwnProcess(paths);
        assertThat(lines).as(String.join("\n", lines)).hasSize(paths.size());
        assertThat(lines.stream().map(HostileRun.Outcome::parse)).allSatisfy(outcome -> {
            assertThat(outcome.ending()).as(outcome.line()).isIn(HostileRun.GOOD_ENDINGS);
            assertThat(outcome.millis()).as(outcome.line()).isLessThanOrEqualTo(MOST_MILLIS);
        });
    }

    private static List<String> inItsOwnProcess(List<String> paths) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), HostileRun.class.getName(),
                CorpusFiles.folder().toString()));
        command.addAll(paths);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().filter(line -> line.contains("\t")).toList();
    }

    @TestFactory
    Stream<DynamicTest> highThroughputIsRefusedByItsName() {
        CorpusFiles.assumeHere();
        return CorpusFiles.in("valid/htj2k").stream().map(path -> DynamicTest.dynamicTest(path, () -> {
            var reader = new Jpeg2000Reader(1 << 20, 1 << 20);
            assertThatThrownBy(() -> reader.file(FileBlob.of(CorpusFiles.folder().resolve(path), path)))
                    .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("High-");
        }));
    }
}
