package org.lectern.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path directory;

    /** Another process: takes the directory, says so, and keeps it until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (DirectoryLock lock = DirectoryLock.take(Path.of(arguments[0]))) {
                System.out.println("taken " + (lock != null));
                System.in.read();
            }
        }
    }

    @Test
    @Timeout(60)
    void anotherProcessKeepsTheDirectoryUntilItDies() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("taken true");
            assertThatThrownBy(() -> DirectoryLock.take(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another Lectern");
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        DirectoryLock.take(directory).close();
    }

    @Test
    void aDirectoryIsMadeWhenItIsNotThere() {
        Path inside = directory.resolve("a").resolve("b");
        DirectoryLock.take(inside).close();
        assertThat(inside).isDirectory();
    }

    @Test
    void whereNoDirectoryCanBeMadeTheReasonIsTold() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DirectoryLock.take(file.resolve("inside")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be used");
    }
}
