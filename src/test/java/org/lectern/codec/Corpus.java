package org.lectern.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The shared collection of real and hostile files; what needs it skips when it is not there. */
final class Corpus {

    static final List<Decoder> DECODERS = List.of(
            new JpegDecoder(), new PngDecoder(), new TiffDecoder(), Fixtures.jpeg2000(), new GifDecoder(),
            new WebpDecoder(), new BmpDecoder());

    private Corpus() {}

    /** Its folder. */
    static Path folder() {
        String named = System.getProperty("lectern.corpus");
        Path folder = Path.of(named == null ? "../shared/data/corpus" : named);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here; set -Dlectern.corpus");
        return folder;
    }

    /** All files below a folder of it, sorted. */
    static List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
