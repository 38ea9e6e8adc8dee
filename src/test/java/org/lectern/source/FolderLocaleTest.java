package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the locale of the process cannot express. */
@Timeout(60)
class FolderLocaleTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"nul\0.jpg", "half \ud83d.jpg"})
    void whatNoPathCanBeMadeOfIsNoName(String name) {
        assertThat(Names.isPath(name, root)).isFalse();
        assertThat(Names.isPath("plain.jpg", root)).isTrue();
    }

    /** A locale is the whole process's: so another one looks at the library. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void inThePosixLocaleOtherNamesAreLeftOutAndTheirSiblingsServed() throws Exception {
        new FolderLibrary(root).put("a.jpg", "ümläut.jpg", "日本/1.jpg", "f/1.jpg", "f/zwölf.jpg", "f/2.jpg");
        ProcessBuilder lister = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), FolderLocaleTest.class.getName(), root.toString());
        lister.environment().put("LC_ALL", "C");
        Process process = lister.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(listed).isEqualTo("[a.jpg, f] of 2 pages");
        assertThat(process.exitValue()).isZero();
    }

    /** Prints what is listed of a library, and how many pages its item {@code f} has. */
    public static void main(String[] arguments) throws IOException {
        FolderLibrary library = new FolderLibrary(Path.of(arguments[0]));
        try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII)) {
            out.print(library.listed() + " of " + library.item("f").pages().size() + " pages");
        }
    }
}
