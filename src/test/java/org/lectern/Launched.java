package org.lectern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archive, started as README says: {@code java -jar lectern.war …}, with a temporary folder of its own. */
final class Launched implements AutoCloseable {

    private static final Pattern GREETING = Pattern.compile("at (http://localhost:\\d+/)");
    private static final int PATIENCE = 60; // seconds
    private static final long MOMENT = 50; // milliseconds

    private final Process process;
    private final Path out;
    private final Path err;
    private final Path temporary;

    private Launched(Process process, Path out, Path err, Path temporary) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.temporary = temporary;
    }

    /** Where the archive is. */
    static Path war() {
        return Path.of(System.getProperty("lectern.war", "target/lectern.war")).toAbsolutePath();
    }

    /** Starts it with 512 MB of heap. */
    static Launched start(Path folder, String... arguments) {
        return start(folder, List.of("-Xmx512m"), Map.of(), arguments);
    }

    /**
     * Starts it.
     *
     * @param folder for its output and its temporary files
     * @param machine options of the Java machine
     * @param environment variables beside those of this process that are none of ours
     */
    static Launched start(Path folder, List<String> machine, Map<String, String> environment, String... arguments) {
        try {
            Path temporary = Files.createDirectories(folder.resolve("temporary"));
            Path out = folder.resolve("out.txt");
            Path err = folder.resolve("err.txt");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(machine);
            command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-jar", war().toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LECTERN_"));
            builder.environment().putAll(environment);
            return new Launched(builder.start(), out, err, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says where it is. */
    Wire wire() {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE); System.nanoTime() < end; pause()) {
            Matcher greeting = GREETING.matcher(out());
            if (greeting.find()) {
                return new Wire(URI.create(greeting.group(1)));
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("it did not start: " + out() + err());
    }

    /** Waits until it has ended. */
    int exitStatus() {
        return exitStatus(PATIENCE);
    }

    int exitStatus(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + seconds + " s: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    /** What lies in its temporary folder. */
    List<String> temporaryFiles() {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitStatus();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
