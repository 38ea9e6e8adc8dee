package org.lectern.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.MapCache;
import org.lectern.blob.ZipFixture;
import org.lectern.core.Identifier;

/** A library in a folder for tests: what is put into it, and what is found there. Bytes are only told apart, never decoded. */
final class FolderLibrary {

    private final Path root;
    private final FolderSource source;

    FolderLibrary(Path root) {
        this.root = root;
        this.source = new FolderSource("lib", root, new MapCache(), new MapCache(), Duration.ZERO);
    }

    FolderSource source() {
        return source;
    }

    /** Writes a file whose content is its own path, unless told. */
    FolderLibrary put(String... paths) throws IOException {
        for (String path : paths) {
            put(path, path.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    FolderLibrary put(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    FolderLibrary text(String path, String content) throws IOException {
        return put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A zip of members whose content is their own name, deflated. */
    FolderLibrary zip(String path, String... members) throws IOException {
        ZipFixture zip = new ZipFixture();
        for (String member : members) {
            zip.deflated(member, member.getBytes(StandardCharsets.UTF_8));
        }
        return put(path, zip.bytes());
    }

    Optional<Resource> find(String id) {
        return source.find(new Location("lib", new Identifier(id)));
    }

    Item item(String id) {
        return ((Resource.Whole) find(id).orElseThrow()).item();
    }

    Folder folder(String id) {
        return ((Resource.Shelf) find(id).orElseThrow()).folder();
    }

    List<String> listed() {
        return source.list(new ItemQuery(0, 1000)).items().stream().map(summary -> summary.id().text()).toList();
    }

    /** The content of the picture that an identifier names. */
    String content(String id) {
        Resource resource = find(id).orElseThrow();
        if (resource instanceof Resource.File file) {
            return text(file.picture().blob());
        }
        if (resource instanceof Resource.Leaf leaf) {
            return text(source.picture(leaf.item(), leaf.page()).blob());
        }
        Item item = ((Resource.Whole) resource).item();
        return text(source.picture(item, item.pages().get(0)).blob());
    }

    private static String text(Blob blob) {
        try (blob) {
            return new String(blob.bytes(0, (int) blob.length()), StandardCharsets.UTF_8);
        }
    }
}
