package org.lectern.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Draws the library that is served when no other is named. */
public final class SampleLibrary {

    private SampleLibrary() {}

    /**
     * Writes the library unless the folder holds it already, drawn by the same code.
     *
     * @param arguments the folder to fill; what it held is removed
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument is expected: the folder to fill");
        }
        Path folder = Path.of(arguments[0]);
        Path stamp = folder.resolveSibling(folder.getFileName() + ".stamp");
        String wanted = codeFingerprint();
        if (Files.isDirectory(folder) && Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        clear(folder);
        write(folder);
        Files.writeString(stamp, wanted);
    }

    /**
     * Writes the library.
     *
     * @param folder made if it is not there
     * @throws IOException if it cannot be written
     */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        PictureFiles.jpeg(new StarChart().draw(3000), 0.82f, folder.resolve("northern-sky.jpg"));
        PictureFiles.png(new Fern().draw(800, 1120), folder.resolve("fern.png"));
        PictureFiles.pyramid(new IslandMap().draw(2560, 1920), folder.resolve("island.tif"));
        describe(folder.resolve("northern-sky.jpg"), "The northern sky", "Star chart");
        describe(folder.resolve("fern.png"), "A fern", "Botanical drawing with a transparent ground");
        describe(folder.resolve("island.tif"), "Folio Island", "Map of a place that does not exist");
        new Plates().write(folder.resolve("curves"));
        new Leaflet().write(folder.resolve("reading-with-lectern.pdf"));
        describe(folder.resolve("reading-with-lectern.pdf"), "Reading with Lectern", "Leaflet");
        new ArchiveItem(NonsenseBook.ABOUT, new NonsenseBook().leaves()).write(folder);
    }

    /** A file's own {@code item.json} lies beside it. */
    private static void describe(Path file, String label, String type) throws IOException {
        Files.writeString(file.resolveSibling(file.getFileName() + ".item.json"), """
                {
                  "label": "%s",
                  "metadata": {"Type": "%s", "Drawn by": "Lectern's own code"},
                  "rights": "http://creativecommons.org/publicdomain/zero/1.0/"
                }
                """.formatted(label, type));
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Changes when a class of this room does: what is drawn depends on nothing else. */
    static String codeFingerprint() throws IOException {
        MessageDigest digest = digest();
        Path classes = Path.of(URI.create(SampleLibrary.class.getResource("SampleLibrary.class").toString()))
                .getParent();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(classes, "*.class")) {
            found.forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
