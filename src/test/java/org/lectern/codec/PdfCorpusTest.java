package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pdf.PdfImageReaders;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfOutline;
import org.lectern.pdf.PdfPages;
import org.lectern.pixels.Pixels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real PDFs against what another program draws, and damaged ones against time and memory. */
class PdfCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus"));
    private static final PdfDecoder DECODER = new PdfDecoder(new PdfPages(PdfLimits.STANDARD, Fixtures.jpx()));
    private static final int GRID = 8;
    private static final int OFF = 12;
    private static final int CELLS_ENOUGH = 62;
    private static final int FILES_ENOUGH = 45; // of 69: the grids are of drawings 64 pixels small, where lines and edges weigh more
    private static final long HEAP_FOR_ONE = 400L << 20;
    private static PdfImageReaders readers;

    @BeforeAll
    static void registerReaders() {
        readers = PdfImageReaders.register();
    }

    @AfterAll
    static void deregisterReaders() {
        readers.close();
    }

    @Test
    void firstPagesAgreeWithWhatAnotherProgramDraws() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS.resolve("valid/pdf")), "no corpus of PDFs here");
        var expected = new TreeMap<String, JsonNode>();
        JsonMapper.builder().build().readTree(Files.readString(CORPUS.resolve("expected.json"))).properties().stream()
                .filter(entry -> entry.getKey().endsWith(".pdf") && entry.getValue().has("grid8"))
                .forEach(entry -> expected.put(entry.getKey(), entry.getValue()));
        List<String> differing = new ArrayList<>();
        expected.forEach((path, facts) -> {
            String difference = difference(path, facts);
            if (!difference.isEmpty()) {
                differing.add(path + ": " + difference);
            }
        });
        System.out.println("PDF corpus: " + (expected.size() - differing.size()) + " of " + expected.size() + " agree");
        differing.forEach(System.out::println);
        assertThat(expected.size() - differing.size()).as("%s", differing).isGreaterThanOrEqualTo(FILES_ENOUGH);
    }

    private static String difference(String path, JsonNode facts) {
        try (Blob blob = FileBlob.of(CORPUS.resolve(path), path)) {
            int pages = DECODER.pages(blob);
            if (pages != Integer.parseInt(facts.get("pages").asString())) {
                return pages + " pages";
            }
            int agreeing = agreeing(grid(decoded(blob, 1024)), facts.get("grid8").asString());
            return agreeing >= CELLS_ENOUGH ? "" : agreeing + " cells agree";
        } catch (IiifException e) {
            return e.toString();
        }
    }

    /** The first page at its largest level that is not longer than so many pixels, or its smallest. */
    private static BufferedImage decoded(Blob blob, int longest) {
        var picture = new Picture(blob, 0);
        Pyramid pyramid = DECODER.pyramid(picture);
        int level = 0;
        while (level < pyramid.levels().size() - 1 && longer(pyramid.levels().get(level).size()) > longest) {
            level++;
        }
        Dimensions size = pyramid.levels().get(level).size();
        assertThat(DECODER.cost(pyramid, level, size.bounds())).isPositive();
        return DECODER.decode(picture, level, size.bounds());
    }

    private static int longer(Dimensions size) {
        return Math.max(size.width(), size.height());
    }

    private static double[][] grid(BufferedImage image) {
        double[][] cells = new double[GRID * GRID][3];
        byte[] samples = Pixels.bytes(image);
        int bands = Pixels.bands(image);
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int row = y * GRID / height; row < GRID && row * height < (y + 1) * GRID; row++) {
                    double tall = overlap(y, row, height);
                    for (int column = x * GRID / width; column < GRID && column * width < (x + 1) * GRID; column++) {
                        double weight = tall * overlap(x, column, width);
                        for (int band = 0; band < 3; band++) {
                            cells[row * GRID + column][band] += weight * (samples[(y * width + x) * bands + Math.min(band, bands - 1)] & 0xff);
                        }
                    }
                }
            }
        }
        return cells;
    }

    /** How much of a cell's length a pixel covers. */
    private static double overlap(int pixel, int cell, int length) {
        double from = Math.max(pixel / (double) length, cell / (double) GRID);
        double to = Math.min((pixel + 1) / (double) length, (cell + 1) / (double) GRID);
        return Math.max(0, to - from) * GRID;
    }

    private static int agreeing(double[][] cells, String expected) {
        int agreeing = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            boolean near = true;
            for (int band = 0; band < 3; band++) {
                int at = cell * 6 + band * 2;
                near &= Math.abs(cells[cell][band] - Integer.parseInt(expected.substring(at, at + 2), 16)) <= OFF;
            }
            agreeing += near ? 1 : 0;
        }
        return agreeing;
    }

    static Stream<Path> hostile() throws IOException {
        Path hostile = CORPUS.resolve("hostile");
        if (!Files.isDirectory(hostile)) {
            return Stream.of(hostile);
        }
        try (Stream<Path> files = Files.walk(hostile)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".pdf"))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void damagedFilesAreDrawnOrRefusedInTime(Path file) {
        assumeTrue(Files.isRegularFile(file), "no corpus of damaged files here");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Blob blob = FileBlob.of(file, file.getFileName().toString())) {
                String told = told(blob, () -> PdfOutline.read(blob).labels().size() + " labels")
                        + told(blob, () -> "drawn " + decoded(blob, 512).getWidth())
                        + told(blob, () -> full(blob));
                System.out.println(file.getFileName() + ": " + told);
            }
        });
    }

    private static String full(Blob blob) {
        var picture = new Picture(blob, 0);
        Pyramid pyramid = DECODER.pyramid(picture);
        if (DECODER.cost(pyramid, 0, pyramid.size().bounds()) > HEAP_FOR_ONE) {
            return "too costly " + pyramid.size();
        }
        return "full " + DECODER.decode(picture, 0, pyramid.size().bounds()).getWidth();
    }

    private static String told(Blob blob, java.util.function.Supplier<String> asking) {
        try {
            return asking.get() + "; ";
        } catch (IiifException e) {
            assertThat(e.getMessage()).as(blob.name()).doesNotContain(CORPUS.toString());
            return e.fault() + "; ";
        }
    }
}
