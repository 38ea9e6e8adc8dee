package org.lectern.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of libvips, a renderer that shares no code with this one; for JPEG 2000 that of OpenJPEG, which knows
 * more of its colours. What needs them skips where they are not installed.
 */
final class Vips {

    private static final long MOST_SECONDS = 120;

    private final Path folder;

    private Vips(Path folder) {
        this.folder = folder;
    }

    /** Working in a folder. */
    static Vips in(Path folder) {
        boolean there = Files.isExecutable(Path.of("/usr/bin/vips"))
                && Files.isExecutable(Path.of("/usr/bin/vipsheader"));
        Assumptions.assumeTrue(there, "libvips-tools is not installed");
        return new Vips(folder);
    }

    /**
     * A file at its full size, upright, in sRGB; none when it cannot be read. One process, or two.
     *
     * @param header what {@link #headers} told of it
     * @param intent {@code perceptual} or {@code relative}, for a profile that has tables of both
     */
    Optional<BufferedImage> upright(Path file, String header, String intent) throws IOException {
        Path out = folder.resolve("upright.png");
        List<String> last = new ArrayList<>(List.of("copy", file.toString(), out + "[compression=1]"));
        Path turned = folder.resolve("turned.v");
        if (header.matches("(?s).*\\norientation: [2-8]\\n.*")) {
            run(List.of("vips", "autorot", file.toString(), turned.toString()));
            last.set(1, turned.toString());
        }
        if (header.contains("\nicc-profile-data:")) {
            last.set(0, "icc_transform");
            last.addAll(List.of("srgb", "--embedded", "--intent", intent));
        }
        last.add(0, "vips");
        run(last);
        Files.deleteIfExists(turned);
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        byte[] png = Files.readAllBytes(out);
        Files.delete(out);
        return whole(png);
    }

    /** A JPEG 2000 file as OpenJPEG sees it; none when it cannot. */
    Optional<BufferedImage> openJpeg(Path file) throws IOException {
        Path program = Path.of("/usr/bin/opj_decompress");
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        Path out = folder.resolve("opj.png");
        run(List.of(program.toString(), "-i", file.toString(), "-o", out.toString()));
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        byte[] png = Files.readAllBytes(out);
        Files.delete(out);
        return whole(png);
    }

    /** What it tells of each file in its header, in lines of {@code name: value}; not of those it cannot read. */
    Map<Path, String> headers(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of("vipsheader", "-a"));
        files.forEach(file -> command.add(file.toString()));
        command.add(files.get(0).toString()); // names are told only of several files
        Map<Path, String> headers = new LinkedHashMap<>();
        String said = "\n" + run(command);
        for (Path file : files) {
            String told = said.lines().filter(line -> line.startsWith(file + ": "))
                    .map(line -> line.substring(file.toString().length() + 2)).collect(Collectors.joining("\n"));
            if (!told.isEmpty()) {
                headers.put(file, told + "\n");
            }
        }
        return headers;
    }

    /** It leaves half an answer behind when it fails. */
    private static Optional<BufferedImage> whole(byte[] png) {
        boolean ended = png.length > 12 && new String(png, png.length - 8, 4, StandardCharsets.US_ASCII).equals("IEND");
        return ended ? Optional.of(Gallery.read(png)) : Optional.empty();
    }

    /** One operation on a file: {@code vips operation file out arguments}. */
    BufferedImage operation(Path file, String operation, String... arguments) throws IOException {
        Path out = folder.resolve("out.png");
        List<String> command = new ArrayList<>(List.of("vips", operation, file.toString(), out + "[compression=1]"));
        command.addAll(List.of(arguments));
        String said = run(command);
        if (!Files.exists(out)) {
            throw new AssertionError(String.join(" ", command) + " gave nothing: " + said);
        }
        BufferedImage image = Gallery.read(Files.readAllBytes(out));
        Files.delete(out);
        return image;
    }

    private String run(List<String> command) throws IOException {
        Path log = folder.resolve("vips.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command.get(0) + " hangs");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException(e));
        }
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }
}
