package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of requests in tomcat-test/requests, and the library that they ask for. */
final class Tables {

    private static final Path HOME = Path.of("tomcat-test").toAbsolutePath();

    private Tables() {}

    /** Draws the library, with a link that leads out of it. */
    static Path library(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("library");
        String said = node(folder, List.of(HOME.resolve("library.mjs").toString(), library.toString()));
        assertThat(library.resolve("plain.png")).as(said).isRegularFile();
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("passwd"), "root");
        Files.createSymbolicLink(library.resolve("outside"), secrets);
        return library;
    }

    /** Walks all tables and holds that everything was as expected. */
    static void walk(Path folder, String column, String container, Wire wire) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(HOME.resolve("walk.mjs").toString(), column, container, wire.base()));
        try (Stream<Path> tables = Files.list(HOME.resolve("requests"))) {
            tables.sorted().map(Path::toString).forEach(command::add);
        }
        assertThat(node(folder, command)).doesNotContain("FAIL").contains("as expected (" + container + ", " + column);
    }

    private static String node(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        Path said = Files.createTempFile(folder, "node", ".txt");
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        return Files.readString(said);
    }
}
