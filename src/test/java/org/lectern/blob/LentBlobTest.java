package org.lectern.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LentBlobTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsLentStaysOpenWhenItsReaderClosesIt() throws IOException {
        Path path = Files.write(folder.resolve("a.txt"), "content".getBytes(StandardCharsets.UTF_8));
        try (Blob file = FileBlob.of(path, "seed")) {
            Blob lent = new LentBlob(file);
            assertThat(lent.head(3)).isEqualTo("con".getBytes(StandardCharsets.UTF_8));
            lent.close();
            Files.delete(path); // a file that is open can be read on; one that was closed could not be opened again
            assertThat(lent.bytes(3, 4)).isEqualTo("tent".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void itTellsTheSameAsTheBlobBehindIt() throws IOException {
        Path path = Files.write(folder.resolve("a.txt"), new byte[5]);
        try (Blob file = FileBlob.of(path, "seed"); Blob lent = new LentBlob(file)) {
            assertThat(lent.length()).isEqualTo(5);
            assertThat(lent.validator()).isEqualTo(file.validator());
            assertThat(lent.modified()).isEqualTo(file.modified());
            assertThat(lent.name()).isEqualTo("a.txt");
        }
    }
}
