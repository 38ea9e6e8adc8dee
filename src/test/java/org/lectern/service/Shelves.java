package org.lectern.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.source.Apparatus;
import org.lectern.source.Catalog;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.ItemQuery;
import org.lectern.source.Kind;
import org.lectern.source.Listing;
import org.lectern.source.Location;
import org.lectern.source.Page;
import org.lectern.source.Resource;
import org.lectern.source.Source;
import org.lectern.source.Summary;
import org.lectern.source.TextPlace;
import org.lectern.source.ViewingDirection;

/** A source in memory, which reads identifiers by the rules: exact name, {@code $} for {@code /}, then pages and files. */
final class Shelves implements Source, Catalog {

    static final Instant MODIFIED = Instant.parse("2020-02-02T02:02:02Z");

    private final String name;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Identifier> files = new LinkedHashMap<>();
    private final Map<String, String> folders = new LinkedHashMap<>(Map.of("", ""));
    final List<Identifier> asked = new ArrayList<>();
    boolean ready = true;

    Shelves(String name) {
        this.name = name;
    }

    Shelves image(String id) {
        return add(item(id, Kind.IMAGE, List.of(page(0, "", "")), 0));
    }

    Shelves book(String id, int pages) {
        List<Page> list = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            list.add(page(i, "$" + i, "p. " + i));
        }
        return add(item(id, Kind.TEXTS, list, Math.min(1, pages - 1)));
    }

    /** A picture that is said to lie in something, whether or not that is there. */
    Shelves file(String id, String item) {
        files.put(id, new Identifier(item));
        return this;
    }

    Shelves add(Item item) {
        items.put(item.id().text(), item);
        String id = item.id().text();
        for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
            folders.put(id.substring(0, slash), "Folder " + id.substring(0, slash));
        }
        return this;
    }

    static Page page(int index, String name, String label) {
        return new Page(index, index, name, label, Optional.empty(), Optional.empty(), "member " + index);
    }

    static Item item(String id, Kind kind, List<Page> pages, int start) {
        return new Item(new Identifier(id), kind, "Title of " + id, List.of(new Item.Metadata("creator", List.of("A", "B"))),
                Optional.of("About <b>it</b> & more"), Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                Optional.of("Example Library"),
                List.of(new Item.SeeAlso("https://example.org/" + id.length() + ".xml", "Dataset",
                        Optional.of("METS of <b>" + id + "</b>"), Optional.of("application/xml"),
                        Optional.of("http://www.loc.gov/METS/"))),
                ViewingDirection.LEFT_TO_RIGHT,
                kind == Kind.TEXTS ? List.of("paged") : List.of(), pages, start, Apparatus.NONE, "validator of " + id, MODIFIED);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Resource> find(Location location) {
        asked.add(location.path());
        String text = location.path().text();
        return exact(text).or(() -> exact(text.replace('$', '/'))).or(() -> part(text));
    }

    private Optional<Resource> exact(String text) {
        if (items.containsKey(text)) {
            return Optional.of(new Resource.Whole(items.get(text)));
        }
        if (files.containsKey(text)) {
            return Optional.of(new Resource.File(new Picture(new NamedBlob(text), 0), files.get(text)));
        }
        return folders.containsKey(text) ? Optional.of(new Resource.Shelf(folder(text))) : Optional.empty();
    }

    private Optional<Resource> part(String text) {
        for (int at = text.length() - 1; at > 0; at--) {
            char c = text.charAt(at);
            String left = text.substring(0, at);
            Item item = items.getOrDefault(left, items.get(left.replace('$', '/')));
            if (item == null || c != '/' && c != '$') {
                continue;
            }
            String rest = text.substring(at);
            Optional<Page> page = item.pages().stream().filter(p -> p.name().equals(rest)).findFirst();
            if (page.isPresent()) {
                return Optional.of(new Resource.Leaf(item, page.get()));
            }
            return rest.endsWith(".png")
                    ? Optional.of(new Resource.File(new Picture(new NamedBlob(rest.substring(1)), 0), item.id()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Folder folder(String id) {
        List<Folder.Entry> inner = folders.keySet().stream()
                .filter(other -> isIn(id, other))
                .map(other -> new Folder.Entry(new Identifier(other), folders.get(other)))
                .toList();
        List<Summary> books = items.keySet().stream().filter(other -> isIn(id, other)).map(this::summary).toList();
        return new Folder(new Identifier(id), folders.get(id), inner, books, "validator of folder " + id, MODIFIED);
    }

    private static boolean isIn(String folder, String other) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return !other.isEmpty() && other.startsWith(start) && other.indexOf('/', start.length()) < 0;
    }

    private Summary summary(String id) {
        Item item = items.get(id);
        Identifier image = item.pages().isEmpty() ? item.id() : item.idOf(item.pages().get(item.start()));
        return new Summary(
                item.id(), item.kind(), item.label(), image, item.pages().size(), item.validator(), MODIFIED);
    }

    @Override
    public Listing list(ItemQuery query) {
        List<Summary> all = items.keySet().stream().map(this::summary).toList();
        int from = Math.min(query.start(), all.size());
        return new Listing(query.start(), all.size(), all.subList(from, Math.min(all.size(), from + query.limit())), "list");
    }

    @Override
    public Picture picture(Item item, Page page) {
        return new Picture(new NamedBlob(item.id() + page.name()), 0);
    }

    @Override
    public Blob file(Item item, ItemFile file) {
        return new NamedBlob(item.id() + "/" + file.name());
    }

    @Override
    public Blob text(Item item, TextPlace text) {
        return new NamedBlob(item.id() + "/" + text.file());
    }

    @Override
    public boolean ready() {
        return ready;
    }

    /** Holds nothing but its name. */
    record NamedBlob(String name) implements Blob {
        @Override
        public long length() {
            return 0;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            throw new IiifException.Broken("nobody should read '" + name + "'");
        }

        @Override
        public String validator() {
            return "v-" + name;
        }

        @Override
        public Instant modified() {
            return MODIFIED;
        }

        @Override
        public void close() {}
    }

    /** The usual library of the tests. */
    static Shelves usual() {
        return new Shelves("shelves")
                .image("photo.jpg")
                .book("books/bible", 3)
                .book("books/secret", 2)
                .image("odd/a$b #1.tif")
                .book("odd/c$d", 2)
                .image("kept/private.jpg");
    }

    /** The size that {@link Drawn} sees. */
    static final Dimensions SIZE = new Dimensions(3000, 2000);
}
