package org.lectern.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.service.Access;
import org.lectern.service.Answer;
import org.lectern.service.Asked;
import org.lectern.service.Caller;
import org.lectern.service.Visitor;

/**
 * How long the manifest of a book of many pages takes: at first, again, and after a restart. Arguments: a folder to work
 * in, the number of pages, {@code jpg} or a file whose bytes each page is.
 */
public final class ManifestBench {

    private static final int KINDS = 16;

    private ManifestBench() {}

    /** Makes the book unless it is there, and asks for its manifest. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        String form = arguments[2];
        String suffix = form.equals("jpg") ? "jpg" : form.substring(form.lastIndexOf('.') + 1);
        Path library = work.resolve("library-" + suffix + "-" + pages);
        Path zip = library.resolve("book").resolve("book_" + suffix + ".zip");
        if (!Files.exists(zip)) {
            Files.createDirectories(zip.getParent());
            write(zip, pages, suffix, form.equals("jpg") ? List.of() : List.of(Files.readAllBytes(Path.of(form))));
        }
        Path data = Files.createTempDirectory(work, "data");
        for (String start : List.of("first start", "second start")) {
            run(start, library, data);
        }
    }

    private static void run(String start, Path library, Path data) throws Exception {
        Config config = new ConfigReader(
                new Settings(Map.of("memory.budget", "30%"), Map.of(), List.of()), Runtime.getRuntime().maxMemory()).read();
        Services services = new House(config, Access.ALL)
                .build(List.of(new Config.Source("bench", Config.SourceKind.FOLDER, library)), data);
        try {
            for (int i = 0; i < 4; i++) {
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long begun = System.nanoTime();
                Answer answer = services.manifests().manifest(
                        new Asked(new Identifier("book"), "/iiif/3", false), Optional.of(ApiVersion.V3), caller());
                long made = System.nanoTime();
                long bytes = length(answer);
                long ended = System.nanoTime();
                long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked;
                System.out.printf("%s, request %d: %d ms, of which %d ms before the first byte; %d ms of work; %d bytes%n",
                        start, i + 1, (ended - begun) / 1_000_000, (made - begun) / 1_000_000, work / 1_000_000, bytes);
            }
        } finally {
            services.resources().close();
        }
    }

    private static long length(Answer answer) throws IOException {
        if (answer instanceof Answer.Document document) {
            return document.body().length;
        }
        var out = new Counter();
        ((Answer.Streamed) answer).body().to(out);
        return out.count;
    }

    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }

    private static Caller caller() {
        return new Caller("https://iiif.example.org", Optional.empty(), new Visitor() {
            @Override
            public String address() {
                return "192.0.2.1";
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.empty();
            }
        });
    }

    private static void write(Path zip, int pages, String suffix, List<byte[]> given) throws IOException {
        List<byte[]> pictures = given.isEmpty() ? new Random(7).ints(KINDS, 0, 100).mapToObj(ManifestBench::jpeg).toList() : given;
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < pages; i++) {
                byte[] bytes = pictures.get(i % pictures.size());
                ZipEntry entry = new ZipEntry(String.format("book_%1$s/book_%2$05d.%1$s", suffix, i));
                CRC32 check = new CRC32();
                check.update(bytes);
                entry.setCrc(check.getValue());
                entry.setSize(bytes.length);
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static byte[] jpeg(int more) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage page = new BufferedImage(600 + more, 900, BufferedImage.TYPE_BYTE_GRAY);
            new Random(more).ints(20_000, 0, 600 * 900).forEach(at -> page.setRGB(at % 600, at / 600, 0xffffff));
            ImageIO.write(page, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
