package org.lectern.jpeg2000;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The JPEG 2000 files of the shared corpus; what needs them skips when it is not there. */
final class CorpusFiles {

    private CorpusFiles() {}

    /** The corpus, which may not be there. */
    static Path folder() {
        return Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus"));
    }

    static void assumeHere() {
        Assumptions.assumeTrue(Files.isDirectory(folder()), "the corpus is not here; set -Dlectern.corpus");
    }

    /** The JPEG 2000 files of some of its folders, by their path in it; none when it is not there. */
    static List<String> in(String... folders) {
        return Stream.of(folders).flatMap(CorpusFiles::list).toList();
    }

    private static Stream<String> list(String below) {
        Path folder = folder().resolve(below);
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(jp2|jpf|jph|j2k|j2c|jpc)"))
                    .sorted().map(name -> below + "/" + name).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + folder, e);
        }
    }
}
