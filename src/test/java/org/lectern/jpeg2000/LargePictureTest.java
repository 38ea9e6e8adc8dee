package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.blob.FileBlob;
import org.lectern.core.Rect;

/** A hundred megapixels pass through a heap that would not hold them as bytes. */
class LargePictureTest {

    private static final int SIDE = 1024; // of a tile
    private static final int ACROSS = 12;
    private static final int DOWN = 8;

    @Test
    void hundredMegapixelsAreReadInASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("large.j2k");
        write(file);
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), WholeRun.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("100663296 pixels, tiles alike: true, more than one value: true");
    }

    /** One tile that is encoded once and stands for all; nothing of it depends on its place. */
    private static void write(Path file) throws IOException {
        byte[] one = TestEncoder.encode(TestPicture.grey(SIDE, SIDE, 1), cheap());
        int sot = find(one);
        ByteBuffer header = ByteBuffer.wrap(Arrays.copyOf(one, sot));
        header.putInt(8, ACROSS * SIDE).putInt(12, DOWN * SIDE); // Xsiz, Ysiz
        ByteBuffer part = ByteBuffer.wrap(Arrays.copyOfRange(one, sot, one.length - 2));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header.array());
            for (int tile = 0; tile < ACROSS * DOWN; tile++) {
                part.putShort(4, (short) tile); // Isot
                out.write(part.array());
            }
            out.write(new byte[] {(byte) 0xff, (byte) 0xd9});
        }
    }

    private static Encoding cheap() {
        var encoding = new Encoding().levels(5).irreversible(-2);
        encoding.droppedPasses = 6;
        encoding.tileWidth = SIDE;
        encoding.tileHeight = SIDE;
        return encoding;
    }

    private static int find(byte[] codestream) {
        int at = 2;
        while (codestream[at + 1] != (byte) 0x90) {
            at += 2 + ((codestream[at + 2] & 255) << 8 | codestream[at + 3] & 255);
        }
        return at;
    }

    /** A process of its own: reads the picture whole and holds every tile to the first. */
    static final class WholeRun {

        private final Map<Rect, Integer> first = new HashMap<>();
        private long pixels;
        private boolean alike = true;
        private boolean varied;

        public static void main(String[] arguments) {
            var run = new WholeRun();
            var reader = new Jpeg2000Reader(4 << 20, 4 << 20);
            FileBlob blob = FileBlob.of(Path.of(arguments[0]), "large");
            try (blob) {
                reader.read(blob, 0, reader.file(blob).size(0).bounds(), run::take);
            }
            System.out.print(run.pixels + " pixels, tiles alike: " + run.alike + ", more than one value: " + run.varied);
        }

        private void take(Rect place, int[][] components) {
            pixels += place.size().area();
            int hash = 0;
            for (int i = 0; i < place.size().area(); i++) {
                hash = 31 * hash + components[0][i];
                varied |= components[0][i] != components[0][0];
            }
            var inTile = new Rect(place.x() % SIDE, place.y() % SIDE, place.width(), place.height());
            Integer before = first.putIfAbsent(inTile, hash);
            alike &= before == null || before == hash;
        }
    }
}
