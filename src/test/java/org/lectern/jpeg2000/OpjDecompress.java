package org.lectern.jpeg2000;

import java.io.IOException;
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

    /** What it says, and the samples of each component; none when it refuses. */
    record Answer(String said, List<int[]> samples) {}

    /** Decodes a file or codestream after some halvings, in a folder for it alone. */
    static Answer decode(byte[] file, boolean boxed, int halvings, Path folder) throws IOException, InterruptedException {
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
            for (Path plane : planes.filter(file1 -> file1.toString().endsWith(".pgx")).toList()) {
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
        String[] words = new String(file, 0, end, java.nio.charset.StandardCharsets.ISO_8859_1)
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
