package org.lectern.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.core.IiifException;

class BlobTest {

    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("f.bin"), content);
    }

    @Test
    void aFileIsReadByPosition() throws IOException {
        try (Blob blob = FileBlob.of(file(new byte[] {1, 2, 3, 4, 5}), "f")) {
            assertThat(blob.length()).isEqualTo(5);
            assertThat(blob.bytes(1, 3)).containsExactly(2, 3, 4);
            assertThat(blob.head(100)).containsExactly(1, 2, 3, 4, 5);
            assertThat(blob.read(5, new byte[1], 0, 1)).isEqualTo(-1);
            assertThatThrownBy(() -> blob.bytes(3, 3)).isInstanceOf(IiifException.Broken.class);
            assertThatThrownBy(() -> blob.bytes(Long.MAX_VALUE, 1)).isInstanceOf(IiifException.Broken.class);
        }
    }

    @Test
    void aClosedFileOpensAgain() throws IOException {
        Blob blob = FileBlob.of(file(new byte[] {7}), "f");
        assertThat(blob.head(1)).containsExactly(7);
        blob.close();
        assertThat(blob.head(1)).containsExactly(7);
        blob.close();
    }

    @Test
    void theValidatorChangesWithLengthTimeAndSeed() throws IOException {
        Path file = file(new byte[] {1});
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        String first = FileBlob.of(file, "f").validator();
        assertThat(FileBlob.of(file, "f").validator()).isEqualTo(first);
        assertThat(FileBlob.of(file, "g").validator()).isNotEqualTo(first);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:01Z")));
        assertThat(FileBlob.of(file, "f").validator()).isNotEqualTo(first);
    }

    @Test
    void whatIsNoFileIsMissingAndItsMessageHoldsNoPathOfTheHost() {
        assertThatThrownBy(() -> FileBlob.of(folder, "f")).isInstanceOf(IiifException.Missing.class);
        assertThatThrownBy(() -> FileBlob.of(folder.resolve("none"), "f")).isInstanceOf(IiifException.Missing.class)
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void aFileCutShortWhileItIsReadIsBroken() throws IOException {
        Path file = file(new byte[100]);
        try (Blob blob = FileBlob.of(file, "f")) {
            Files.write(file, new byte[10]);
            assertThatThrownBy(() -> blob.bytes(50, 10)).isInstanceOf(IiifException.Broken.class);
        }
    }

    @Test
    void aStreamReadsTheSameBytesInAnyOrder() throws IOException {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        BlobStream stream = new BlobStream(new BytesBlob("x", content));
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int at = random.nextInt(content.length - 100);
            stream.seek(at);
            assertThat(stream.read()).as("seed %d", seed).isEqualTo(content[at] & 0xff);
            byte[] some = new byte[1 + random.nextInt(Math.min(200_000, content.length - at - 1))];
            stream.readFully(some);
            assertThat(some).as("seed %d", seed).isEqualTo(java.util.Arrays.copyOfRange(content, at + 1, at + 1 + some.length));
        }
        stream.seek(content.length);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.length()).isEqualTo(content.length);
    }

    @Test
    void aStreamReadsLittleForAHeaderAndMuchAtATimeForAll() throws IOException {
        byte[] content = new byte[300_000];
        new Random(2).nextBytes(content);
        BytesBlob blob = new BytesBlob("x", content);
        BlobStream stream = new BlobStream(blob);
        long[] readAfter = {1, 4096, 4097, 20_480, 20_481, 86_016, 86_017, 151_553};
        long[] expected = {4096, 4096, 20_480, 20_480, 86_016, 86_016, 151_552, 217_088};
        int at = 0;
        for (int i = 0; i < readAfter.length; i++) {
            for (; at < readAfter[i]; at++) {
                assertThat(stream.read()).isEqualTo(content[at] & 0xff);
            }
            assertThat(blob.bytesRead()).as("after %d bytes", at).isEqualTo(expected[i]);
        }
    }

    @Test
    void anIntThatLiesAcrossTheEndOfTheBufferIsRead() throws IOException {
        byte[] content = new byte[200_000];
        new Random(3).nextBytes(content);
        ByteBuffer numbers = ByteBuffer.wrap(content);
        BlobStream stream = new BlobStream(new BytesBlob("x", content));
        stream.skipBytes(1);
        for (int at = 1; at + 4 <= content.length; at += 4) {
            assertThat(stream.readInt()).as("at %d", at).isEqualTo(numbers.getInt(at));
        }
        assertThatThrownBy(stream::readInt).isInstanceOf(EOFException.class);
    }

    @Test
    void aFileThatBecameALinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path file = file(new byte[] {1});
        try (Blob blob = FileBlob.of(file, "f")) {
            Files.delete(file);
            Files.createSymbolicLink(file, secret);
            assertThatThrownBy(() -> blob.head(1)).isInstanceOf(IiifException.class);
        }
        assertThatThrownBy(() -> FileBlob.of(file, "f")).isInstanceOf(IiifException.Missing.class);
    }
}
