package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.Wire.Reply;
import org.lectern.jpeg.BaselineEncoder;
import org.lectern.jpeg.ChromaSampling;

/** A small heap and a crowd that asks for more than fits: who must wait is told so, and nothing breaks. */
class MemoryIT {

    private static final int SIDE = 6000;
    private static final int CROWD = 30;
    private static final int PAGES = 200;

    private static final Map<String, String> SMALL = Map.of(
            "LECTERN_CACHE_TILES", "32MB", "LECTERN_CACHE_TILES_DISK", "0", "LECTERN_CACHE_DERIVATIVES", "8MB",
            "LECTERN_CACHE_DOCUMENTS", "8MB", "LECTERN_CACHE_BLOCKS", "8MB", "LECTERN_MEMORY_WAIT", "3s");

    @TempDir
    private Path folder;

    @Test
    void aCrowdThatDoesNotFitIsToldToComeBackAndTheServerStays() throws IOException {
        Scans scans = new Scans(folder.resolve("library")).put("wall.png", wall()).picture("small.png", 300, 200);
        try (Launched lectern = Launched.start(
                folder, List.of("-Xmx128m"), SMALL, "--port", "0", "--library", scans.root().toString())) {
            Wire wire = lectern.wire();
            assertThat(statuses(wire, "%d,0,5900,6000/max")).as("wholes").containsOnly(413);
            assertThat(statuses(wire, "%d,0,2400,1800/max")).as("large parts").contains(200);
            assertThat(statuses(wire, "%d,2048,1024,1024/512,")).as("tiles").contains(200);
            assertThat(statuses(wire, "%d,0,5900,6000/max")).as("wholes").containsOnly(413);
            assertThat(wire.get("/iiif/3/wall.png/0,0,512,512/256,/0/default.jpg").status()).isEqualTo(200);
            assertThat(wire.get("/iiif/3/small.png/full/max/0/default.jpg").status()).isEqualTo(200);
            assertThat(wire.get("/_/health/ready").status()).isEqualTo(200);
            assertThat(lectern.out() + lectern.err()).doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void aBookLargerThanTheHeapIsMadePageByPage() throws IOException {
        byte[] page = noise(1100, 1500);
        Scans scans = new Scans(folder.resolve("library")).put("book/0001.jpg", page);
        Path first = scans.root().resolve("book/0001.jpg");
        for (int number = 2; number <= PAGES; number++) {
            String name = String.format("book/%04d.", number);
            if (number % 10 == 0) {
                scans.picture(name + "png", 1100, 1500);
            } else {
                Files.createLink(scans.root().resolve(name + "jpg"), first);
            }
        }
        try (Launched lectern = Launched.start(
                folder, List.of("-Xmx128m"), SMALL, "--port", "0", "--library", scans.root().toString())) {
            Wire wire = lectern.wire();
            URLConnection book = URI.create(wire.base() + "/iiif/pdf/book").toURL().openConnection();
            byte[] end = new byte[0];
            long length = 0;
            try (InputStream in = book.getInputStream()) {
                for (byte[] block = in.readNBytes(1 << 20); block.length > 0; block = in.readNBytes(1 << 20)) {
                    length += block.length;
                    end = block.length < 100 ? end : block;
                }
            }
            assertThat(book.getContentType()).isEqualTo("application/pdf");
            assertThat(length).isBetween((PAGES * 9 / 10) * (long) page.length, PAGES * (long) page.length).isGreaterThan(160L << 20);
            assertThat(new String(end, StandardCharsets.ISO_8859_1)).contains("/Size ", "startxref");
            assertThat(wire.get("/_/health/ready").status()).isEqualTo(200);
            assertThat(lectern.out() + lectern.err()).doesNotContain("OutOfMemoryError");
        }
    }

    /** A JPEG that does not compress. */
    private static byte[] noise(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        new Random(3).nextBytes(pixels);
        return new BaselineEncoder(75, ChromaSampling.HALVED).encode(pixels, width, height, 3);
    }

    /** Of thirty at once, each asking for something else, so that none can share another's answer. */
    private static List<Integer> statuses(Wire wire, String part) {
        ExecutorService visitors = Executors.newFixedThreadPool(CROWD);
        try {
            List<CompletableFuture<Reply>> asked = IntStream.range(0, CROWD)
                    .mapToObj(i -> "/iiif/3/wall.png/" + String.format(part, i) + "/0/default.jpg")
                    .map(path -> CompletableFuture.supplyAsync(() -> wire.get(path), visitors))
                    .toList();
            return asked.stream().map(CompletableFuture::join).map(MemoryIT::status).toList();
        } finally {
            visitors.shutdown();
        }
    }

    private static int status(Reply reply) {
        assertThat(reply.status()).as(reply.status() + " " + reply.mediaType()).isIn(200, 413, 503);
        assertThat(reply.mediaType()).isEqualTo(reply.status() == 200 ? "image/jpeg" : "application/problem+json");
        assertThat(reply.header("Retry-After")).matches(reply.status() == 503 ? "[1-9]\\d*" : "");
        return reply.status();
    }

    /** An RGB PNG written row by row: as a picture in memory it would take the test's own heap. */
    private static byte[] wall() throws IOException {
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(SIDE);
        fields.writeInt(SIDE);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", rows());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] rows() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var rows = new DeflaterOutputStream(zipped, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[1 + SIDE * 3];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    row[1 + x * 3] = (byte) (x >> 5);
                    row[2 + x * 3] = (byte) (y >> 5);
                    row[3 + x * 3] = (byte) (x * y >> 15);
                }
                rows.write(row);
            }
        }
        return zipped.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        var out = new DataOutputStream(png);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
