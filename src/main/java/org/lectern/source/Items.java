package org.lectern.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lectern.blob.Archive;
import org.lectern.blob.ArchiveEntry;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.blob.Validators;
import org.lectern.cache.Cache;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.pdf.PdfOutline;
import org.lectern.source.Item.Metadata;
import org.lectern.tiff.TiffFile;

/**
 * Makes items of files and folders. Those whose files must be opened are kept in the cache of
 * documents; the ones used last are also kept as they are. Thread-safe.
 */
final class Items {

    private static final String KEY = "item3."; // another number when what is kept changes
    private static final int REMEMBERED_PAGES = 200_000;
    private static final int REMEMBERED_DESCRIPTIONS = 20_000;

    private final FolderTree tree;
    private final Cache documents;
    private final Cache blocks;
    private final Recent<Item> items = new Recent<>(REMEMBERED_PAGES, item -> item.pages().size());
    private final Recent<Description> descriptions =
            new Recent<>(REMEMBERED_DESCRIPTIONS, description -> description.metadata().size());
    private final Recent<Archive> archives = new Recent<>(REMEMBERED_PAGES, archive -> archive.entries().size());

    Items(FolderTree tree, Cache documents, Cache blocks) {
        this.tree = tree;
        this.documents = documents;
        this.blocks = blocks;
    }

    /**
     * The item that a file or folder is.
     *
     * @return empty when it is none: a collection, a file of another kind, a zip without pictures
     * @throws IiifException.Broken when its file cannot be read
     */
    Optional<Item> item(Node node) {
        return node.isFolder() ? ofFolder(node) : FileType.of(node.name()).flatMap(type -> ofFile(node, type));
    }

    private Optional<Item> ofFolder(Node node) {
        Scan scan = tree.scan(node);
        String validator = validator(node, scan.validator());
        return remembered(validator, () -> ofShape(node, scan, FolderShape.of(node, scan), validator));
    }

    private Optional<Item> ofShape(Node node, Scan scan, FolderShape shape, String validator) {
        if (shape instanceof FolderShape.Stack stack) {
            return stored(validator, () -> Optional.of(book(node, scan, stack, validator)));
        }
        if (shape instanceof FolderShape.Images images) {
            return Optional.of(album(node, scan, images.pages(), validator));
        }
        return Optional.empty();
    }

    private Item book(Node node, Scan scan, FolderShape.Stack stack, String validator) {
        ArchiveOrgBook book = new ArchiveOrgBook(tree, scan, stack, this);
        List<Page> pages = book.pages(PageList.of(node, tree));
        Description told = itemJson(scan.file(ItemJson.NAME).map(Scan.Entry::node)).over(book.description());
        Description plain = Description.of(stack.prefix(), Kind.TEXTS, "paged");
        return make(node, told.over(plain), pages, validator, scan.modified());
    }

    private Item album(Node node, Scan scan, List<Scan.Entry> files, String validator) {
        Optional<Description> meta = scan.file(node.name() + "_meta.xml")
                .flatMap(file -> ArchiveOrgBook.read(tree.blob(file.node()), MetaXml::read));
        Description told = itemJson(scan.file(ItemJson.NAME).map(Scan.Entry::node)).over(meta.orElse(Description.NONE));
        if (files.size() == 1) {
            String file = files.get(0).name();
            List<Page> pages = PageList.single(FileType.stem(file), new Member(0, file, ""));
            return make(node, told.over(Description.of(node.name(), Kind.IMAGE)), pages, validator, scan.modified());
        }
        PageList list = PageList.of(node, tree);
        for (Scan.Entry file : files) {
            list.add(list.pages().size(), FileType.stem(file.name()), Optional.empty(), new Member(0, file.name(), ""));
        }
        Description plain = Description.of(node.name(), Kind.TEXTS, "individuals");
        return make(node, told.over(plain), list.pages(), validator, scan.modified());
    }

    private Optional<Item> ofFile(Node node, FileType type) {
        Blob blob = tree.blob(node);
        Optional<Node> sidecar = sidecar(node);
        String validator = validator(node, blob, sidecar);
        return remembered(validator, () -> switch (type) {
            case IMAGE -> Optional.of(image(node, blob, sidecar, validator));
            case TIFF -> stored(validator, () -> Optional.of(tiff(node, blob, sidecar, validator)));
            case PDF -> stored(validator, () -> Optional.of(pdf(node, blob, sidecar, validator)));
            case ARCHIVE -> stored(validator, () -> zip(node, blob, sidecar, validator));
        });
    }

    private Item image(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        String label = FileType.stem(node.name());
        Description told = itemJson(sidecar).over(Description.of(label, Kind.IMAGE));
        return make(node, told, PageList.single(label, new Member(0, "", "")), validator, blob.modified());
    }

    private Item tiff(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        int count = pageCount(blob);
        if (count == 1) {
            return image(node, blob, sidecar, validator);
        }
        PageList list = PageList.of(node, tree);
        for (int i = 0; i < count; i++) {
            list.add(i, Integer.toString(i + 1), Optional.empty(), new Member(i, "", ""));
        }
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "individuals");
        return make(node, itemJson(sidecar).over(plain), list.pages(), validator, blob.modified());
    }

    /** How many pages a picture file has: more than one only in a TIFF that is one. */
    int pageCount(Blob blob) {
        try (blob) {
            return TiffFile.recognises(blob.head(16)) ? Math.max(1, TiffFile.read(blob).pageCount()) : 1;
        }
    }

    private Item pdf(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        PdfOutline outline;
        try (blob) {
            outline = PdfOutline.read(blob);
        }
        if (outline.labels().isEmpty()) {
            throw new IiifException.Broken("'" + node.name() + "' has no pages.");
        }
        PageList list = PageList.of(node, tree);
        for (String label : outline.labels()) {
            int index = list.pages().size();
            list.add(index, label, Optional.empty(), new Member(index, "", ""));
        }
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "individuals");
        Description told = itemJson(sidecar).over(described(outline));
        return make(node, told.over(plain), list.pages(), validator, blob.modified());
    }

    private static Description described(PdfOutline outline) {
        Map<String, String> information = outline.information();
        List<Metadata> metadata = new ArrayList<>();
        Stream.of("Title", "Author", "Subject", "Keywords").filter(key -> !information.getOrDefault(key, "").isBlank())
                .forEach(key -> metadata.add(new Metadata(key, List.of(information.get(key).strip()))));
        Optional<String> title = Optional.ofNullable(information.get("Title")).map(String::strip)
                .filter(text -> !text.isEmpty());
        Optional<ViewingDirection> direction =
                outline.rightToLeft() ? Optional.of(ViewingDirection.RIGHT_TO_LEFT) : Optional.empty();
        return new Description(title, metadata, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), direction,
                Optional.empty(), Optional.empty());
    }

    private Optional<Item> zip(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        List<ArchiveEntry> entries = PageStack.of(archive(blob));
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        PageList list = PageList.of(node, tree);
        List<String> labels = PageLabels.of(entries.stream().map(ArchiveEntry::name).toList());
        for (int i = 0; i < labels.size(); i++) {
            list.add(i, labels.get(i), Optional.empty(), new Member(0, "", entries.get(i).name()));
        }
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "paged");
        return Optional.of(make(node, itemJson(sidecar).over(plain), list.pages(), validator, blob.modified()));
    }

    private static Item make(Node node, Description told, List<Page> pages, String validator, Instant modified) {
        return make(node, told, pages, Apparatus.NONE, validator, modified);
    }

    /** Of the apparatus, sections, tracks and files are taken; the rest is what the description tells. */
    private static Item make(
            Node node, Description told, List<Page> pages, Apparatus with, String validator, Instant modified) {
        Apparatus apparatus = new Apparatus(told.languages(), told.homepage(), told.date(),
                with.sections(), with.tracks(), with.files());
        return new Item(node.id(), told.kind().orElse(Kind.TEXTS), told.label().orElse(node.name()), told.metadata(),
                told.summary(), told.rights(), told.attribution(), told.seeAlso(),
                told.viewingDirection().orElse(ViewingDirection.LEFT_TO_RIGHT), told.behavior().orElse(List.of()),
                pages, PageForm.start(pages), apparatus, validator, modified.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The line of a listing. A PDF is not opened for it: thousands may stand in one list. */
    Optional<Summary> summary(Node node) {
        if (!node.isFolder() && FileType.of(node.name()).filter(FileType.PDF::equals).isPresent()) {
            return Optional.of(unopened(node));
        }
        return item(node).map(item -> new Summary(item.id(), item.kind(), item.label(),
                item.idOf(item.pages().get(item.start())), item.pages().size(), item.validator(), item.modified()));
    }

    private Summary unopened(Node node) {
        Blob blob = tree.blob(node);
        Optional<Node> sidecar = sidecar(node);
        String validator = validator(node, blob, sidecar);
        Description told = itemJson(sidecar).over(Description.of(FileType.stem(node.name()), Kind.TEXTS));
        PageList first = PageList.of(node, tree);
        first.add(0, "", Optional.empty(), new Member(0, "", ""));
        return new Summary(node.id(), told.kind().orElse(Kind.TEXTS), told.label().orElse(node.name()),
                new Identifier(node.id().text() + first.pages().get(0).name()), 0, validator, blob.modified());
    }

    /** What {@code item.json} tells of a collection. */
    Description ofCollection(Scan scan) {
        return itemJson(scan.file(ItemJson.NAME).map(Scan.Entry::node));
    }

    private Description itemJson(Optional<Node> file) {
        return file.map(this::description).orElse(Description.NONE);
    }

    /** Remembered, so that what is wrong in it is told of once and not at each survey. */
    private Description description(Node file) {
        Blob blob = tree.blob(file);
        Optional<Description> known = descriptions.find(blob.validator());
        if (known.isPresent()) {
            return known.get();
        }
        Description read = ItemJson.read(blob, file.id().text());
        descriptions.put(blob.validator(), read);
        return read;
    }

    private Optional<Node> sidecar(Node file) {
        return file.parent().flatMap(folder -> tree.child(folder, file.name() + ItemJson.SUFFIX))
                .filter(found -> !found.isFolder());
    }

    private String validator(Node node, Blob blob, Optional<Node> sidecar) {
        return validator(node, blob.validator() + sidecar.map(file -> tree.blob(file).validator()).orElse(""));
    }

    private String validator(Node node, String content) {
        return Validators.of(KEY, node.id().text(), content, String.join("/", PageList.beside(node, tree)));
    }

    private Optional<Item> remembered(String validator, Supplier<Optional<Item>> reader) {
        Optional<Item> known = items.find(validator);
        if (known.isPresent()) {
            return known;
        }
        Optional<Item> item = reader.get();
        item.ifPresent(made -> items.put(validator, made));
        return item;
    }

    private Optional<Item> stored(String validator, Supplier<Optional<Item>> reader) {
        return ItemBytes.read(documents.get(KEY + validator, () -> ItemBytes.write(reader.get())));
    }

    /** An archive's directory. */
    Archive archive(Blob blob) {
        Optional<Archive> known = archives.find(blob.validator());
        if (known.isPresent()) {
            return known.get();
        }
        Archive archive = Archive.open(blob, documents, blocks);
        archives.put(blob.validator(), archive);
        return archive;
    }

    /**
     * The picture of a page.
     *
     * @throws IiifException.Missing when its file has gone
     */
    Picture picture(Item item, Page page) {
        Member member = Member.parse(page.member());
        Blob blob = blob(item, member)
                .orElseThrow(() -> new IiifException.Missing("The page '" + item.idOf(page) + "' has gone."));
        return new Picture(blob, member.page());
    }

    /** The file that words stand in. */
    Blob text(Item item, TextPlace text) {
        return blob(item, Member.parse(text.file()))
                .orElseThrow(() -> new IiifException.Missing("The text of '" + item.id() + "' has gone."));
    }

    /** A file that an item lists. */
    Blob file(Item item, ItemFile file) {
        return tree.at(item.id())
                .flatMap(node -> file.name().isEmpty() ? Optional.of(node) : below(node, file.name()))
                .filter(node -> !node.isFolder())
                .map(tree::blob)
                .orElseThrow(() -> new IiifException.Missing(
                        "The file '" + file.name() + "' of '" + item.id() + "' has gone."));
    }

    private Optional<Node> below(Node node, String path) {
        Optional<Node> found = Optional.of(node);
        for (String segment : path.split("/")) {
            found = found.filter(Node::isFolder).flatMap(folder -> tree.child(folder, segment));
        }
        return found;
    }

    private Optional<Blob> blob(Item item, Member member) {
        Optional<Blob> blob = tree.at(item.id())
                .flatMap(node -> member.file().isEmpty() ? Optional.of(node) : tree.child(node, member.file()))
                .map(tree::blob);
        if (member.inner().isEmpty() || blob.isEmpty()) {
            return blob;
        }
        Archive archive = archive(blob.get());
        return archive.find(member.inner()).map(entry -> archive.member(blob.get(), entry));
    }
}
