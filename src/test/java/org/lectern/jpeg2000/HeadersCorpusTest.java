package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/** Headers of real and hostile files; skips when the shared collection is not there. */
class HeadersCorpusTest {

    /** No component has a sample for each point of the reference grid, and the table tells the size of the grid. */
    private static final Map<String, Dimensions> SPARSE = Map.of(
            "valid/j2k-conformance/a4_colr.j2c", new Dimensions(256, 149),
            "valid/j2k-conformance/e2_colr.j2c", new Dimensions(256, 149),
            "valid/j2k-conformance/p1_01.j2k", new Dimensions(61, 99));

    private static Path corpus() {
        String named = System.getProperty("lectern.corpus");
        Path folder = Path.of(named == null ? "../shared/data/corpus" : named);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here; set -Dlectern.corpus");
        return folder;
    }

    private static Blob blob(Path file) throws IOException {
        return new BytesBlob(file.getFileName().toString(), Files.readAllBytes(file));
    }

    private static List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(corpus().resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void openEach(Blob blob, Jp2File file) {
        var tiles = new TileHeaders(file.header());
        for (int tile = 0; tile < Math.min(200, file.header().size().tiles()); tile++) {
            tiles.open(blob, tile);
        }
    }

    @Test
    void sizesOfValidFilesAreTheKnownOnes() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(corpus().resolve("corpus.tsv"))) {
            String[] row = line.split("\t", -1);
            if (row[0].matches("valid/(jp2|jp2-matrix|j2k-conformance|large)/[^/]+\\.(jp2|j2k|j2c|jpf)")) {
                seen++;
                Blob blob = blob(corpus().resolve(row[0]));
                Dimensions size = Jp2File.read(blob).size(0);
                Dimensions told = new Dimensions(Integer.parseInt(row[3]), Integer.parseInt(row[4]));
                if (!size.equals(SPARSE.getOrDefault(row[0], told))) {
                    wrong.add(row[0] + " is " + size + ", known as " + told);
                }
            }
        }
        assertThat(seen).isGreaterThan(80);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid/jp2", "valid/jp2-matrix", "valid/j2k-conformance", "valid/large"})
    void tilesOfValidFilesAreThere(String folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path path : files(folder)) {
            Blob blob = blob(path);
            if (Jp2File.recognises(blob.head(12))) {
                Jp2File file = Jp2File.read(blob);
                var tiles = new TileHeaders(file.header());
                for (int tile = 0; tile < Math.min(200, file.header().size().tiles()); tile++) {
                    if (tiles.open(blob, tile).bodies().isEmpty()) {
                        wrong.add(path.getFileName() + " tile " + tile);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile/jp2", "hostile/mutated", "hostile/bombs"})
    void hostileFilesAreReadOrRefused(String folder) throws IOException {
        for (Path path : files(folder)) {
            Blob blob = blob(path);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                try {
                    openEach(blob, Jp2File.read(blob));
                } catch (IiifException.Broken | IiifException.TooLarge | IiifException.Unsupported e) {
                    assertThat(e.getMessage()).endsWith(".");
                }
            }, path.toString());
        }
    }

    @Test
    void highThroughputFilesAreRefusedByName() throws IOException {
        for (Path path : files("valid/htj2k")) {
            Blob blob = blob(path);
            assertThatThrownBy(() -> openEach(blob, Jp2File.read(blob)))
                    .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("HTJ2K");
        }
    }
}
