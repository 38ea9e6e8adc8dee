package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pixels.Pixels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every real file of the corpus looks as two other decoders see it; every hostile one does no harm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDecodersTest {

    private static final long MOST_PIXELS = 30_000_000;
    private static final int TOLERANCE = 12;
    private static final int CELLS_WANTED = 62;
    private static final long MOST_BYTES = 300L << 20;

    private JsonNode expected;
    private ExecutorService thread;

    @BeforeAll
    void open() {
        expected = JsonMapper.shared().readTree(Corpus.folder().resolve("expected.json").toFile());
        thread = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}: at least {1} agree")
    @CsvSource({
        "jpeg, 48", "jpeg-exif, 9", "jpeg-matrix, 4", "png, 95", "gif, 19", "bmp, 16", "webp, 52", "tiff, 113",
        "tiff-matrix, 2", "jp2, 34", "jp2-matrix, 6", "iiif-validator, 4"
    })
    void picturesLookAsTwoOtherDecodersSeeThem(String folder, int floor) throws IOException {
        List<String> failures = new ArrayList<>();
        int agreeing = 0;
        int asked = 0;
        for (Path file : Corpus.files("valid/" + folder)) {
            JsonNode fact = expected.path(Corpus.folder().relativize(file).toString().replace('\\', '/'));
            boolean sure = fact.path("decoder").asString("").endsWith("agree");
            String verdict = verdict(file, fact.path("grid8").asString(""));
            asked += sure ? 1 : 0;
            agreeing += sure && verdict.isEmpty() ? 1 : 0;
            if (!verdict.isEmpty()) {
                failures.add((sure ? "" : "(soft) ") + file.getFileName() + ": " + verdict);
            }
        }
        System.out.println(folder + ": " + agreeing + " of " + asked + " agree; otherwise\n  "
                + String.join("\n  ", failures));
        assertThat(agreeing).as(() -> String.join("\n", failures)).isGreaterThanOrEqualTo(floor);
    }

    private static String verdict(Path file, String grid) {
        try (Blob blob = FileBlob.of(file, file.toString())) {
            Picture picture = new Picture(blob, 0);
            Decoder decoder = new Codecs(Corpus.DECODERS, List.of()).decoder(blob);
            Dimensions size = decoder.pyramid(picture).size();
            if (size.area() > MOST_PIXELS) {
                return "skipped, " + size;
            }
            BufferedImage image = decoder.decode(picture, 0, size.bounds());
            assertThat(Pixels.isNormal(image)).isTrue();
            return grid.isEmpty() ? "" : compared(Seen.cells(image), grid);
        } catch (IiifException e) {
            return e.getClass().getSimpleName() + " " + e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause());
        }
    }

    private static String compared(double[] cells, String grid) {
        int good = 0;
        double worst = 0;
        for (int cell = 0; cell < 64; cell++) {
            double off = 0;
            for (int band = 0; band < 3; band++) {
                int at = (cell * 3 + band) * 2;
                off = Math.max(off, Math.abs(cells[cell * 3 + band] - Integer.parseInt(grid.substring(at, at + 2), 16)));
            }
            good += off <= TOLERANCE ? 1 : 0;
            worst = Math.max(worst, off);
        }
        return good >= CELLS_WANTED ? "" : good + " cells of 64, off by up to " + Math.round(worst);
    }

    @Test
    void hostileFilesAreRefusedOrShownInTime() throws Exception {
        List<String> failures = new ArrayList<>();
        int files = 0;
        for (Path file : Corpus.files("hostile")) {
            long before = System.nanoTime();
            Future<String> work = thread.submit(() -> survived(file));
            try {
                String verdict = work.get(15, TimeUnit.SECONDS);
                Duration taken = Duration.ofNanos(System.nanoTime() - before);
                if (!verdict.isEmpty() || taken.toSeconds() >= 10) {
                    failures.add(file.getFileName() + ": " + verdict + " " + taken);
                }
            } catch (TimeoutException e) {
                work.cancel(true);
                failures.add(file.getFileName() + ": hangs");
                thread.shutdownNow();
                thread = Executors.newSingleThreadExecutor();
            } catch (ExecutionException e) {
                failures.add(file.getFileName() + ": " + e.getCause());
            }
            files++;
        }
        assertThat(files).isGreaterThan(100);
        assertThat(failures).isEmpty();
    }

    private static String survived(Path file) {
        try (Blob blob = FileBlob.of(file, file.toString())) {
            Decoder decoder = new Codecs(Corpus.DECODERS, List.of()).decoder(blob);
            decoder.pages(blob);
            Picture picture = new Picture(blob, 0);
            Pyramid pyramid = decoder.pyramid(picture);
            if (decoder.cost(pyramid, 0, pyramid.size().bounds()) < MOST_BYTES) {
                BufferedImage image = decoder.decode(picture, 0, pyramid.size().bounds());
                return Pixels.isNormal(image) ? "" : "not in the normal form";
            }
            return "";
        } catch (IiifException e) {
            return "";
        }
    }
}
