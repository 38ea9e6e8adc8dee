package org.lectern.jpeg2000;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** OpenJPEG's decoder, when it is installed: an opinion from outside. */
final class OpjDecompress {

    private static final Path PROGRAM = Path.of("/usr/bin/opj_decompress");

    private OpjDecompress() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Whether version 2.5 decodes such a file as the standard says. It counts the planes of bypass without those of a
     * shifted region, skips precincts of more than 2^30 columns of the reference grid in orders by position, turns
     * three components of which the second is coarser from YCC to RGB, refuses components without samples, takes the
     * headers of PPM in the order of tiles, adds the POC of a tile to that of the main header, and leaves out positions
     * when a step of three meets a step of two, and refuses a tile without a byte outside of its header.
     */
    static boolean isAble(RandomEncodings.Sample sample, byte[] file) {
        List<TestPicture.Plane> planes = sample.picture().planes();
        if (planes.size() == 3 && planes.get(0).stepX() == planes.get(0).stepY() && planes.get(1).stepX() != 1) {
            return false;
        }
        Encoding encoding = sample.encoding();
        if (encoding.headers != Encoding.Headers.WITH_PACKETS && hasEmptyPart(file)) {
            return false;
        }
        boolean packedMixed = encoding.headers == Encoding.Headers.PPM && encoding.mixedTileParts && sample.tiles() > 1;
        boolean progressesTwice = !encoding.main.volumes.isEmpty()
                && encoding.tileHeaders.values().stream().anyMatch(header -> !header.volumes.isEmpty());
        if (packedMixed || progressesTwice || planes.stream().anyMatch(plane -> plane.samples().length == 0)) {
            return false;
        }
        boolean byThree = planes.stream().anyMatch(plane -> plane.stepX() == 3 || plane.stepY() == 3);
        if (byThree && planes.size() > 1 && (goesByPosition(encoding.main)
                || encoding.tileHeaders.values().stream().anyMatch(OpjDecompress::goesByPosition))) {
            return false;
        }
        for (int tile = 0; tile < sample.tiles(); tile++) {
            for (int component = 0; component < planes.size(); component++) {
                Encoding.Style style = encoding.style(tile, component);
                boolean shifted = encoding.region(tile, component).shift() > 0;
                if (shifted && (style.blockStyle & ComponentCoding.BYPASS) != 0 || hasFarPrecincts(style)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** SOD, and SOT or EOC at once. */
    private static boolean hasEmptyPart(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        return bytes.contains("\u00ff\u0093\u00ff\u0090") || bytes.contains("\u00ff\u0093\u00ff\u00d9");
    }

    private static boolean goesByPosition(Encoding.Header header) {
        return header.order >= Encoding.RPCL || !header.volumes.isEmpty();
    }

    private static boolean hasFarPrecincts(Encoding.Style style) {
        for (int r = 0; r <= style.levels; r++) {
            int halvings = style.levels - r;
            if (Math.max(style.precinctWidthExponent(r), style.precinctHeightExponent(r)) + halvings > 28) {
                return true;
            }
        }
        return false;
    }

    /** What it says, and the samples of each component; none when it refuses. */
    record Answer(String said, List<int[]> samples) {}

    /** Decodes a file or codestream after some halvings, in a folder for it alone. */
    static Answer decode(byte[] file, boolean boxed, int halvings, Path folder) throws IOException,
            InterruptedException {
        Path in = Files.write(folder.resolve(boxed ? "in.jp2" : "in.j2k"), file);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-i", in.toString(), "-r", "" + halvings,
                "-o", folder.resolve("out.pgx").toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("opj_decompress does not end");
        }
        List<int[]> samples = new ArrayList<>();
        while (Files.exists(plane(folder, samples.size()))) {
            Path plane = plane(folder, samples.size());
            samples.add(pgx(Files.readAllBytes(plane)));
        }
        try (Stream<Path> planes = Files.list(folder)) {
            for (Path plane : planes.filter(one -> one.toString().endsWith(".pgx")).toList()) {
                Files.delete(plane);
            }
        }
        return new Answer(Files.readString(said), process.exitValue() == 0 ? samples : List.of());
    }

    private static Path plane(Path folder, int component) {
        return folder.resolve("out_" + component + ".pgx");
    }

    /** PG ML + 8 30 20, and the samples. */
    private static int[] pgx(byte[] file) {
        int end = 0;
        while (file[end] != '\n') {
            end++;
        }
        String[] words = new String(file, 0, end, StandardCharsets.ISO_8859_1)
                .replace("+", " + ").replace("-", " - ").trim().split("\\s+");
        int bits = Integer.parseInt(words[3]);
        boolean signed = words[2].equals("-");
        int bytes = bits <= 8 ? 1 : bits <= 16 ? 2 : 4;
        int[] samples = new int[Integer.parseInt(words[4]) * Integer.parseInt(words[5])];
        for (int i = 0; i < samples.length; i++) {
            int value = signed ? file[end + 1 + i * bytes] : file[end + 1 + i * bytes] & 255;
            for (int b = 1; b < bytes; b++) {
                value = value << 8 | file[end + 1 + i * bytes + b] & 255;
            }
            samples[i] = value;
        }
        return samples;
    }
}
