package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/**
 * Every JPEG 2000 file of the shared corpus beside {@code opj_decompress}, before any colour is converted: the same
 * samples where the 5/3 wavelet codes them, at most one level off where the 9/7 does.
 */
class OracleTest {

    private static final String[] FOLDERS = {
        "valid/jp2", "valid/jp2-matrix", "valid/large", "valid/iiif-validator", "valid/j2k-conformance"
    };
    private static final long CHEAP = 2_000_000; // pixels of a picture that is read again and again
    private static final int REGIONS = 20;

    /** Files in which the other decoder, or the comparison, is at fault: name and why. */
    private static final Map<String, String> NOT_COMPARED = Map.of();

    private final Jpeg2000Reader reader = new Jpeg2000Reader(16 << 20, 16 << 20);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> samplesAreThoseOfOpenJpeg() {
        CorpusFiles.assumeHere();
        OpenJpeg.assumeHere();
        return CorpusFiles.in(FOLDERS).stream().flatMap(path -> IntStream.rangeClosed(0, 2).mapToObj(
                halvings -> DynamicTest.dynamicTest(
                        path + " halved " + halvings + " times", () -> compare(path, halvings))));
    }

    private void compare(String path, int halvings) throws IOException, InterruptedException {
        Assumptions.assumeFalse(NOT_COMPARED.containsKey(path), () -> "not compared: " + NOT_COMPARED.get(path));
        Blob blob = blob(path);
        Jp2File file = reader.file(blob);
        Assumptions.assumeTrue(halvings <= file.halvings(), "it cannot be halved so often");
        var raw = RawCodestream.of(Files.readAllBytes(CorpusFiles.folder().resolve(path)));
        Path codestream = Files.write(folder.resolve("in.j2k"), raw.bytes());
        List<ImageSize.Component> components = file.header().size().components();
        boolean together = components.size() != 3 || sampledAlike(components);
        Optional<List<Pgx>> other = OpenJpeg.decode(codestream, halvings, components.size(), together, folder);
        Assumptions.assumeTrue(other.isPresent(), "opj_decompress does not read it");
        List<Difference> differences = Sited.compare(reader, blob, halvings, other.orElseThrow());
        BitSet irreversible = raw.irreversible();
        System.out.println(path + " / " + (1 << halvings) + (irreversible.isEmpty() ? " 5/3 " : " 9/7 ")
                + summary(differences));
        for (int c = 0; c < differences.size(); c++) {
            assertThat(differences.get(c).peak()).as("component %d: %s", c, differences)
                    .isLessThanOrEqualTo(irreversible.get(c) ? slack(components.get(c).bits()) : 0);
        }
    }

    /** One level; more at great depths, since the other decoder's factor of high-pass samples is short by 1 in 30 000. */
    private static int slack(int bits) {
        return Math.max(1, (1 << bits) >> 14);
    }

    private static boolean sampledAlike(List<ImageSize.Component> components) {
        return components.stream().map(c -> c.stepX() + "x" + c.stepY()).distinct().count() == 1;
    }

    private static String summary(List<Difference> differences) {
        return differences.stream().limit(4).toList() + (differences.size() > 4 ? " …" : "");
    }

    @TestFactory
    Stream<DynamicTest> regionIsTheSameRectangleOfTheWholeLevel() {
        CorpusFiles.assumeHere();
        return CorpusFiles.in(FOLDERS).stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> compareRegions(path)));
    }

    private void compareRegions(String path) {
        Blob blob = blob(path);
        Jp2File file = reader.file(blob);
        var random = new Random(path.hashCode());
        for (int halvings = 0; halvings <= file.halvings(); halvings++) {
            Dimensions size = file.size(halvings);
            if (size.area() * file.components().size() > 3 * CHEAP) {
                continue; // its lower resolutions are looked at
            }
            WholeLevel whole = WholeLevel.read(reader, blob, halvings, size.bounds());
            for (int i = 0; i < REGIONS; i++) {
                Rect region = region(random, size);
                assertThat(whole.agrees(WholeLevel.read(reader, blob, halvings, region)))
                        .as("%s after %d halvings, %s of %s", path, halvings, region, size).isTrue();
            }
        }
    }

    /** Anywhere; every third touches the right and lower edges, which are where windows are clipped. */
    private static Rect region(Random random, Dimensions size) {
        int width = 1 + random.nextInt(Math.min(300, size.width()));
        int height = 1 + random.nextInt(Math.min(300, size.height()));
        boolean edge = random.nextInt(3) == 0;
        return new Rect(edge ? size.width() - width : random.nextInt(size.width() - width + 1),
                edge ? size.height() - height : random.nextInt(size.height() - height + 1), width, height);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "lossless-layers5-LRCP", "lossless-n8-CPRL", "lossless-offset", "lossless-roi", "lossless-tileparts-R",
        "lossless-tiles-100x77-RPCL"
    })
    void losslessFileIsItsSource(String name) throws IOException {
        CorpusFiles.assumeHere();
        var source = ImageIO.read(CorpusFiles.folder().resolve("valid/jp2-matrix/ref/source-417x313.png").toFile());
        Blob blob = blob("valid/jp2-matrix/" + name + ".jp2");
        Dimensions size = reader.file(blob).size(0);
        assertThat(size).isEqualTo(new Dimensions(source.getWidth(), source.getHeight()));
        WholeLevel level = WholeLevel.read(reader, blob, 0, size.bounds());
        for (int c = 0; c < level.components(); c++) {
            var difference = new Difference();
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    difference.add(level.sample(c, x, y), source.getRaster().getSample(x, y, c));
                }
            }
            assertThat(difference.peak()).as("component %d: %s", c, difference).isZero();
        }
    }

    private static Blob blob(String path) {
        return FileBlob.of(CorpusFiles.folder().resolve(path), path);
    }
}
