package org.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledLibraryTest {

    private static final Map<String, Set<String>> FOLDERS = Map.of(
            "/WEB-INF/sample/", Set.of("/WEB-INF/sample/a.png", "/WEB-INF/sample/book/"),
            "/WEB-INF/sample/book/", Set.of("/WEB-INF/sample/book/ü 1.png"));

    @TempDir
    Path data;

    @Test
    void whereTheArchiveIsUnpackedItIsServedFromThere() throws IOException {
        Path unpacked = Files.createDirectory(data.resolve("unpacked"));

        assertThat(BundledLibrary.folder(context(unpacked.toString(), FOLDERS), data)).isEqualTo(unpacked);
        assertThat(data.resolve("sample")).doesNotExist();
    }

    @Test
    void whereItIsPackedItIsCopiedOut() {
        Path folder = BundledLibrary.folder(context(null, FOLDERS), data);

        assertThat(folder.resolve("a.png")).hasContent("/WEB-INF/sample/a.png");
        assertThat(folder.resolve("book").resolve("ü 1.png")).hasContent("/WEB-INF/sample/book/ü 1.png");
    }

    @Test
    void filesThatAreThereKeepTheirDatesAndStaleOnesAreReplaced() throws IOException {
        Path folder = BundledLibrary.folder(context(null, FOLDERS), data);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("a.png"), old);
        Files.writeString(folder.resolve("book").resolve("ü 1.png"), "stale");

        BundledLibrary.folder(context(null, FOLDERS), data);

        assertThat(Files.getLastModifiedTime(folder.resolve("a.png"))).isEqualTo(old);
        assertThat(folder.resolve("book").resolve("ü 1.png")).hasContent("/WEB-INF/sample/book/ü 1.png");
    }

    @Test
    void anArchiveWithoutASampleSaysSo() {
        assertThatThrownBy(() -> BundledLibrary.folder(context(null, Map.of()), data))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no sample library");
    }

    private static ServletContext context(String realPath, Map<String, Set<String>> folders) {
        return (ServletContext) Proxy.newProxyInstance(
                BundledLibraryTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRealPath" -> realPath;
                    case "getResourcePaths" -> folders.get(arguments[0]);
                    case "getResourceAsStream" -> new ByteArrayInputStream(((String) arguments[0]).getBytes("UTF-8"));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
