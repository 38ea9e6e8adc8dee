package org.lectern.jpeg2000;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The second opinion: {@code opj_decompress}, when it is installed. */
final class OpenJpeg {

    private static final String COMMAND = "opj_decompress";

    private OpenJpeg() {}

    static void assumeHere() {
        boolean here = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMMAND)));
        Assumptions.assumeTrue(here, COMMAND + " is not installed (Debian: libopenjp2-tools)");
    }

    /**
     * Decodes a raw codestream into its components: one by one, as the tool takes three of which some are sub-sampled for
     * sYCC and converts them.
     *
     * @param together whether the tool may see all components at once
     * @return what it has read, or none when it refuses
     */
    static Optional<List<Pgx>> decode(Path codestream, int halvings, int components, boolean together, Path folder)
            throws IOException, InterruptedException {
        List<Pgx> all = new ArrayList<>();
        for (int c = 0; c < (together ? 1 : components); c++) {
            if (!run(codestream, halvings, together ? List.of() : List.of("-c", Integer.toString(c)), folder)) {
                return Optional.empty();
            }
            for (int out = 0; out < (together ? components : 1); out++) {
                Path file = folder.resolve("o_" + out + ".pgx");
                all.add(Pgx.of(Files.readAllBytes(file)));
                Files.delete(file);
            }
        }
        return Optional.of(all);
    }

    private static boolean run(Path codestream, int halvings, List<String> more, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND, "-i", codestream.toString(), "-o",
                folder.resolve("o.pgx").toString(), "-r", Integer.toString(halvings), "-allow-partial", "-quiet"));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(COMMAND + " does not end with " + codestream.getFileName());
        }
        return process.exitValue() == 0;
    }
}
