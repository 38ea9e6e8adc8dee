package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;
import org.lectern.blob.FileBlob;
import org.lectern.core.Rect;

/** Large files take little memory, and of a file only what the region needs is read. */
class ThriftTest {

    private static final String TILED = "photo-dev-tiles1024-rpcl.jp2";
    private static final long SMALL = 64 << 20;

    @BeforeEach
    void corpus() {
        CorpusFiles.assumeHere();
    }

    @ParameterizedTest
    @ValueSource(strings = {TILED, "photo-dev-single-tile-archive-like.jp2"})
    void wholePictureOfTwentyMegapixelsIsReadInASmallHeap(String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), WholeRun.class.getName(), path(name).toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("21236480 pixels");
    }

    @Test
    void readingAHundredMegapixelsCostsLittle() {
        assertThat(Jpeg2000Reader.cost(new Rect(0, 0, 12_000, 8_400), 3)).isBetween(1L, SMALL);
    }

    @Test
    void tileOfATiledFileLeavesMostOfItUnread() throws IOException {
        var blob = new BytesBlob(TILED, Files.readAllBytes(path(TILED)));
        new Jpeg2000Reader(1 << 20, 1 << 20)
                .read(blob, 0, new Rect(2_200, 1_100, 512, 512), (place, components) -> {});
        assertThat(blob.bytesRead()).isBetween(1L, blob.length() / 4);
    }

    @Test
    void secondTileReadsNothingButItsCodeBlocks() throws IOException {
        var blob = new BytesBlob(TILED, Files.readAllBytes(path(TILED)));
        var reader = new Jpeg2000Reader(16 << 20, 16 << 20);
        var region = new Rect(2_200, 1_100, 512, 512);
        reader.read(blob, 0, region, (place, components) -> {});
        long first = blob.bytesRead();
        reader.read(blob, 0, region, (place, components) -> {});
        assertThat(blob.bytesRead() - first).as("all of them are kept").isZero();
    }

    private static Path path(String name) {
        return CorpusFiles.folder().resolve("valid/large").resolve(name);
    }

    /** A process of its own: reads a picture whole and says how large it was. */
    static final class WholeRun {

        private long pixels;

        public static void main(String[] arguments) {
            var run = new WholeRun();
            var reader = new Jpeg2000Reader(4 << 20, 4 << 20);
            FileBlob blob = FileBlob.of(Path.of(List.of(arguments).get(0)), "whole");
            try (blob) {
                reader.read(blob, 0, reader.file(blob).size(0).bounds(),
                        (place, components) -> run.pixels += place.size().area());
            }
            System.out.print(run.pixels + " pixels");
        }
    }
}
