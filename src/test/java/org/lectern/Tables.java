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

    /** Walks the rows that must fail and holds that each did, and for the reason that it names. */
    static void walkWhatMustFail(Path folder, Wire wire) throws IOException, InterruptedException {
        Path table = HOME.resolve("must-fail.txt");
        List<String> reasons = Files.readAllLines(table).stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.substring(row.lastIndexOf(" | ") + 3))
                .toList();
        String walked = node(folder, List.of(
                HOME.resolve("walk.mjs").toString(), "stock", "tomcat", wire.base(), table.toString()));
        assertThat(walked).contains("0 of " + reasons.size() + " as expected");
        List<String> told = walked.lines().dropWhile(line -> !line.startsWith("FAIL")).toList();
        for (int row = 0; row < reasons.size(); row++) {
            assertThat(told.get(3 * row + 1).strip()).as(told.get(3 * row)).startsWith(reasons.get(row));
        }
    }

    private static String node(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        Path said = Files.createTempFile(folder, "node", ".txt");
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        return Files.readString(said);
    }
}
