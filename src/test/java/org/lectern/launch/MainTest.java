package org.lectern.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void withoutOptionsTheSampleIsServedToThisMachineAlone() {
        assertThat(CommandLine.parse(List.of()))
                .isEqualTo(new CommandLine(
                        Optional.empty(), 8080, "localhost", Optional.empty(), Optional.empty(), CommandLine.Request.SERVE));
    }

    @Test
    void everyOptionIsRead() throws IOException {
        Path config = Files.createFile(folder.resolve("my.properties"));

        CommandLine line = CommandLine.parse(List.of(
                "--library", folder.toString(), "--port=0", "--host", "0.0.0.0", "--config", config.toString(),
                "--base-url", "https://iiif.example.org/lectern"));

        assertThat(line).isEqualTo(new CommandLine(
                Optional.of(folder.toAbsolutePath()), 0, "0.0.0.0", Optional.of(config.toAbsolutePath()),
                Optional.of("https://iiif.example.org/lectern"), CommandLine.Request.SERVE));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(quoteCharacter = '"', value = {
        "--bogus, unknown option '--bogus'",
        "folder, unknown option 'folder'",
        "--port, --port wants a value",
        "--port=, --port wants a value",
        "--port=http, 'http' is no port",
        "--port=65536, '65536' is no port",
        "--port=-1, '-1' is no port",
        "--library=/not/there/at/all, there is no folder '/not/there/at/all'",
        "--config=/not/there/at/all, there is no file '/not/there/at/all'",
        "--base-url=example.org, 'example.org' is no URL",
        "--base-url=http://a/?q=1, is no URL"
    })
    void whatIsWrongIsOneLineAndStatusTwo(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(text(err)).startsWith("lectern: ").contains(message).containsOnlyOnce("\n").endsWith("\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpNamesEveryOptionAndIsNoFailure() {
        assertThat(run("--help", "--bogus")).isZero();
        assertThat(text(out))
                .contains("--library", "--port", "--host", "--config", "--base-url", "--help", "--version");
    }

    @Test
    void theVersionIsNoFailure() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).startsWith("Lectern ");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> CommandLine.parse(List.of("--library", file.toString())))
                .isInstanceOf(UsageException.class);
    }

    private int run(String... arguments) {
        return Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
