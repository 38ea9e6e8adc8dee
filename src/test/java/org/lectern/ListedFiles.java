package org.lectern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.source.Apparatus;
import org.lectern.source.FolderSource;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Location;
import org.lectern.source.Page;
import org.lectern.source.Resource;
import org.lectern.source.Source;
import org.lectern.source.TextPlace;

/** A folder of which every item lists each file that lies in it, but those called {@code unlisted}. */
final class ListedFiles implements Source {

    private static final Map<String, String> TYPES = Map.of(
            "txt", "text/plain", "html", "text/html", "svg", "image/svg+xml", "js", "text/javascript", "pdf", "application/pdf",
            "xml", "application/xml", "gz", "application/gzip", "jpg", "image/jpeg", "png", "image/png");

    private final FolderSource folder;
    private final Path root;

    ListedFiles(FolderSource folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    @Override
    public String name() {
        return folder.name();
    }

    @Override
    public Optional<Resource> find(Location location) {
        return folder.find(location).map(found -> found instanceof Resource.Whole whole
                ? new Resource.Whole(listing(whole.item()))
                : found);
    }

    private Item listing(Item item) {
        Apparatus listed = new Apparatus(
                List.of(), Optional.empty(), Optional.empty(), item.apparatus().sections(), List.of(), files(item));
        return new Item(item.id(), item.kind(), item.label(), item.metadata(), item.summary(), item.rights(), item.attribution(),
                item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), item.start(), listed, item.validator(),
                item.modified());
    }

    private List<ItemFile> files(Item item) {
        Path place = root.resolve(item.id().text());
        if (!Files.isDirectory(place)) {
            return List.of(file("", place));
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("unlisted"))
                    .map(file -> file(place.relativize(file).toString(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ItemFile file(String name, Path file) {
        String ending = file.toString().replaceFirst(".*\\.", "");
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        return new ItemFile(name, name, type, ItemFile.Use.NONE, Optional.empty(), file.toFile().length());
    }

    @Override
    public Picture picture(Item item, Page page) {
        return folder.picture(item, page);
    }

    @Override
    public Blob file(Item item, ItemFile file) {
        return folder.file(item, file);
    }

    @Override
    public Blob text(Item item, TextPlace text) {
        return folder.text(item, text);
    }

    @Override
    public boolean ready() {
        return folder.ready();
    }
}
