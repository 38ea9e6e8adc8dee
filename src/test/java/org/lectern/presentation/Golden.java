package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Documents as they should be, indented for review; {@code -Dgolden=write} writes them anew. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Golden() {}

    /** Compares a document with the file of that name: same keys, same order, same values. */
    public static void check(String name, byte[] document) {
        String actual = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.readTree(document)).replace("\r\n", "\n") + "\n";
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
