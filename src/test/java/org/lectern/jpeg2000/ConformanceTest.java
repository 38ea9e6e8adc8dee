package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.FileBlob;

/**
 * The codestreams and files of ISO/IEC 15444-4, as far as the shared corpus has them, are within the errors that it
 * allows a decoder of compliance class 1 (tables C.6, C.7 and G.1).
 */
class ConformanceTest {

    private static final String FOLDER = "valid/j2k-conformance";

    private final Jpeg2000Reader reader = new Jpeg2000Reader(16 << 20, 16 << 20);

    @BeforeEach
    void corpus() {
        CorpusFiles.assumeHere();
    }

    @ParameterizedTest(name = "{0}: peak {1}, MSE {2}")
    @CsvSource({
        "p0_01.j2k, 0, 0",
        "p0_03.j2k, 0, 0",
        "p0_05.j2k, 2:2:2:0, 0.302:0.307:0.269:0",
        "p0_09.j2k, 0, 0",
        "p0_11.j2k, 0, 0",
        "p0_13.j2k, 0:0:0:0, 0:0:0:0",
        "p1_01.j2k, 0, 0",
        "p1_05.j2k, 40:40:40, 8.458:9.816:10.154",
        "p1_07.j2k, 0:0, 0:0"
    })
    void codestreamIsWithinItsTolerance(String name, String peaks, String squares) throws IOException {
        String[] peak = peaks.split(":");
        String[] square = squares.split(":");
        List<Pgx> references = new ArrayList<>();
        for (int c = 0; c < peak.length; c++) {
            references.add(Pgx.of(unzipped("ref/c1" + name.replace(".j2k", "") + "_" + c + ".pgx.gz")));
        }
        List<Difference> differences = Sited.compare(reader, blob(name), 0, references);
        for (int c = 0; c < peak.length; c++) {
            assertThat(differences.get(c).peak()).as("component %d: %s", c, differences)
                    .isLessThanOrEqualTo(Integer.parseInt(peak[c]));
            assertThat(differences.get(c).meanSquare()).as("component %d: %s", c, differences)
                    .isLessThanOrEqualTo(Double.parseDouble(square[c]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a1_mono.j2c", "a2_colr.j2c", "a3_mono.j2c", "a4_colr.j2c", "a5_mono.j2c", "c1_mono.j2c", "c2_mono.j2c",
        "e1_colr.j2c", "e2_colr.j2c", "g1_colr.j2c", "g2_colr.j2c", "g3_colr.j2c", "g4_colr.j2c"
    })
    void reversibleCodestreamIsExact(String name) throws IOException {
        boolean coarse = List.of("a4_colr.j2c", "e2_colr.j2c").contains(name); // one picture, on a coarser grid
        byte[] reference = unzipped("ref/" + (coarse ? "a2_colr.j2c" : name).replace(".j2c", ".ppm.gz"));
        List<Pgx> references = Stream.iterate(0, c -> c + 1).limit(name.contains("mono") ? 1 : 3)
                .map(c -> Pgx.ofPnm(reference, c)).toList();
        assertThat(Sited.compare(reader, blob(name), 0, references))
                .allSatisfy(difference -> assertThat(difference.peak()).as("%s", difference).isZero());
    }

    /** Table G.1: what the colours of a JP2 file become in sRGB; the room hands out what is needed to get there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 9})
    void fileIsWithinFourLevelsInSrgb(int number) throws IOException {
        FileBlob blob = blob("file" + number + ".jp2");
        Jp2File file = reader.file(blob);
        WholeLevel level = WholeLevel.read(reader, blob, 0, file.size(0).bounds());
        List<Difference> differences =
                Srgb.of(file, level).differences(unzipped("ref/jp2_" + number + ".tif.gz"));
        assertThat(differences)
                .allSatisfy(difference -> assertThat(difference.peak()).as("%s", differences).isLessThanOrEqualTo(4));
    }

    @Test
    void everyFileOfTheFolderIsJudged() {
        List<String> judged = new ArrayList<>();
        Stream.of(ConformanceTest.class.getDeclaredMethods()).forEach(method -> {
            CsvSource table = method.getAnnotation(CsvSource.class);
            ValueSource values = method.getAnnotation(ValueSource.class);
            if (table != null) {
                Stream.of(table.value()).map(row -> row.substring(0, row.indexOf(','))).forEach(judged::add);
            }
            if (values != null) {
                judged.addAll(List.of(values.strings()));
                for (int number : values.ints()) {
                    judged.add("file" + number + ".jp2");
                }
            }
        });
        assertThat(CorpusFiles.in(FOLDER).stream().map(path -> Path.of(path).getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(judged);
    }

    private static FileBlob blob(String name) {
        return FileBlob.of(CorpusFiles.folder().resolve(FOLDER).resolve(name), name);
    }

    private static byte[] unzipped(String name) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(CorpusFiles.folder().resolve(FOLDER).resolve(name)))) {
            return in.readAllBytes();
        }
    }
}
