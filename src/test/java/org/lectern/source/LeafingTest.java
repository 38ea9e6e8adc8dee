package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.blob.ZipFixture;
import org.lectern.core.IiifException;

class LeafingTest {

    @TempDir
    private Path root;
    private FolderLibrary library;

    @BeforeEach
    void fill() throws IOException {
        library = new FolderLibrary(root)
                .zip("packed.zip", "b/2.jpg", "b/1.jpg", "b/3.jpg")
                .put("book/book_jp2.zip", new ZipFixture()
                        .stored("book_jp2/book_0000.jp2", bytes("first"))
                        .stored("book_jp2/book_0001.jp2", bytes("second")).bytes())
                .put("album/1.jpg", "album/2.jpg")
                .put("photo.jpg");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Item item(String id) {
        return ((Resource.Whole) library.find(id).orElseThrow()).item();
    }

    @ParameterizedTest
    @ValueSource(strings = {"packed.zip", "book", "album", "photo.jpg"})
    void eachPageIsThePictureThatItIsAlone(String id) {
        Item item = item(id);
        try (Leafing leafing = library.source().leafThrough(item)) {
            for (Page page : item.pages()) {
                Picture alone = library.source().picture(item, page);
                Picture picture = leafing.picture(page);
                assertThat(picture.validator()).isEqualTo(alone.validator());
                assertThat(picture.page()).isEqualTo(alone.page());
                assertThat(content(picture)).isEqualTo(content(alone));
            }
        }
    }

    private static byte[] content(Picture picture) {
        try (Blob blob = picture.blob()) {
            return blob.bytes(0, (int) blob.length());
        }
    }

    @Test
    void theFileOfManyPagesIsOpenedOnce() throws IOException {
        Item book = item("book");
        try (Leafing leafing = library.source().leafThrough(book)) {
            assertThat(content(leafing.picture(book.pages().get(0)))).isEqualTo(bytes("first"));
            Files.delete(root.resolve("book/book_jp2.zip"));
            assertThat(content(leafing.picture(book.pages().get(1)))).isEqualTo(bytes("second"));
        }
    }

    @Test
    void aFileThatHasGoneIsMissingAndTheNextIsThere() throws IOException {
        Item album = item("album");
        Files.delete(root.resolve("album/1.jpg"));
        try (Leafing leafing = library.source().leafThrough(album)) {
            assertThatThrownBy(() -> leafing.picture(album.pages().get(0)))
                    .isInstanceOf(IiifException.Missing.class)
                    .hasMessage("The page 'album$0' has gone.");
            assertThat(content(leafing.picture(album.pages().get(1)))).isEqualTo(bytes("album/2.jpg"));
        }
    }

    @Test
    void closedTwiceIsClosed() {
        Item book = item("book");
        Leafing leafing = library.source().leafThrough(book);
        leafing.picture(book.pages().get(0));
        leafing.close();
        leafing.close();
        assertThat(content(leafing.picture(book.pages().get(1)))).isEqualTo(bytes("second"));
        leafing.close();
    }
}
