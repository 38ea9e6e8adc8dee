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
import org.lectern.text.TextForm;
import org.lectern.tiff.TiffFile;

/**
 * Makes items of files and folders. Those whose files must be opened are kept in the cache of
 * documents; the ones used last are also kept as they are. Thread-safe.
 */
final class Items {

    private static final String KEY = "item6."; // another number when what is kept changes
    private static final int REMEMBERED_PAGES = 200_000;
    private static final int REMEMBERED_DESCRIPTIONS = 20_000;

    private final FolderTree tree;
    private final Cache documents;
    private final Cache blocks;
    private final Recent<Item> items = new Recent<>(REMEMBERED_PAGES, item -> item.pages().size());
    private final Recent<ToldItem> descriptions =
            new Recent<>(REMEMBERED_DESCRIPTIONS, told -> told.description().metadata().size());
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
        String validator = validator(node, stamp(node, scan));
        return remembered(validator, () -> ofShape(node, scan, FolderShape.of(node, scan, tree), validator));
    }

    /** Of all files that an item in a folder may be made of. */
    String stamp(Node node, Scan scan) {
        boolean isDeep = scan.files().size() < scan.entries().size() && FolderShape.isOfArchive(node, scan);
        return (isDeep ? ItemTree.stamp(scan, tree) : scan.validator()) + FolderParts.stamp(scan, tree);
    }

    private Optional<Item> ofShape(Node node, Scan scan, FolderShape shape, String validator) {
        if (shape instanceof FolderShape.Books books) {
            return stored(validator, () -> Optional.of(book(node, scan, books, validator)));
        }
        if (shape instanceof FolderShape.Images images) {
            return stored(validator, () -> Optional.of(album(node, scan, images.pages(), List.of(), validator)));
        }
        if (shape instanceof FolderShape.Recorded recorded) {
            return stored(validator, () -> recorded(node, scan, recorded.pages(), validator));
        }
        return Optional.empty();
    }

    private Item book(Node node, Scan scan, FolderShape.Books books, String validator) {
        ArchiveOrgItem read = new ArchiveOrgItem(node, books, tree, this);
        PageList list = PageList.of(node, tree);
        List<Section> sections = read.read(list);
        ToldItem json = told(scan.file(ItemJson.NAME).map(Scan.Entry::node));
        Description told = json.description().over(read.description());
        BookStack first = books.stacks().get(0);
        Description plain = Description.of(first.prefix(), Kind.TEXTS, first.isPdf() ? "individuals" : "paged");
        return make(node, told.over(plain), list.pages(), with(json, list.pages(), sections, read.files()),
                validator, books.files().modified());
    }

    private Optional<Item> recorded(Node node, Scan scan, List<Scan.Entry> pictures, String validator) {
        List<Track> tracks = ArchiveFolder.of(node, scan, tree).tracks(node, scan, tree);
        return tracks.isEmpty() && pictures.isEmpty()
                ? Optional.empty()
                : Optional.of(album(node, scan, pictures, tracks, validator));
    }

    private Item album(Node node, Scan scan, List<Scan.Entry> pictures, List<Track> tracks, String validator) {
        ArchiveFolder archived = ArchiveFolder.of(node, scan, tree);
        Optional<Description> meta = scan.file(node.name() + "_meta.xml")
                .flatMap(file -> ArchiveOrgBook.read(tree.blob(file.node()), MetaXml::read));
        ToldItem json = told(scan.file(ItemJson.NAME).map(Scan.Entry::node));
        Album album = Album.of(archived.originals(pictures), archived.open(FolderParts.of(scan, tree)), tree);
        Description told = json.description().over(meta.orElse(Description.NONE)).over(album.description());
        List<Page> pages = album.pages(node, tracks.isEmpty(), tree);
        List<Section> sections = json.sections().isEmpty() ? album.sections() : json.sections(pages);
        Apparatus with = with(sections, tracks, json.files(archived.files().orElseGet(album::files)));
        Description plain = Description.of(node.name(), album.kind(tracks), album.behavior(tracks).toArray(String[]::new));
        return make(node, told.over(plain), pages, with, validator, scan.modified());
    }

    private static Apparatus with(List<Section> sections, List<Track> tracks, List<ItemFile> files) {
        return new Apparatus(List.of(), Optional.empty(), Optional.empty(), sections, tracks, files);
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
            case RECORDING -> stored(validator, () -> recording(node, blob, sidecar, validator));
        });
    }

    private Item image(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        String label = FileType.stem(node.name());
        ToldItem json = told(sidecar);
        Description told = json.description().over(EmbeddedMetadata.read(blob)).over(Description.of(label, Kind.IMAGE));
        List<Page> pages = PageList.single(label, new Member(0, "", ""));
        return make(node, told, pages, with(List.of(), List.of(), json.files(PlainFiles.of(node, blob))), validator,
                blob.modified());
    }

    private Optional<Item> recording(Node node, Blob blob, Optional<Node> sidecar, String validator) {
        RecordingForm form = RecordingForm.of(node.name()).orElseThrow();
        Playing playing = RecordingHead.read(blob);
        if (playing.seconds() <= 0) {
            return Optional.empty();
        }
        String label = FileType.stem(node.name());
        List<ItemFile> files = PlainFiles.of(node, blob);
        Description told = told(sidecar).description()
                .over(Description.of(label, form.isVideo() ? Kind.MOVIES : Kind.AUDIO));
        Track track = new Track(label, told.label().orElse(label), playing.seconds(), playing.size(), files, List.of(),
                Optional.empty());
        return Optional.of(make(node, told, List.of(), with(List.of(), List.of(track), files), validator,
                blob.modified()));
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
        ToldItem json = told(sidecar);
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "individuals");
        Description told = json.description().over(EmbeddedMetadata.read(blob)).over(plain);
        return make(node, told, list.pages(), with(json, list.pages(), List.of(), PlainFiles.of(node, blob)), validator,
                blob.modified());
    }

    /** The sections that {@code item.json} tells, else those that were found. */
    private static Apparatus with(ToldItem json, List<Page> pages, List<Section> found, List<ItemFile> files) {
        return with(json.sections().isEmpty() ? found : json.sections(pages), List.of(), json.files(files));
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
            Member member = new Member(index, "", "");
            TextPlace text = new TextPlace(TextForm.PDF, member.toString(), index);
            list.add(index, label, Optional.empty(), Optional.of(text), member);
        }
        ToldItem json = told(sidecar);
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "individuals");
        Description told = json.description().over(described(outline)).over(plain);
        List<Section> marked = Contents.ofBookmarks(outline.bookmarks(), list.pages().size());
        return make(node, told, list.pages(), with(json, list.pages(), marked, PlainFiles.of(node, blob)), validator,
                blob.modified());
    }

    static Description described(PdfOutline outline) {
        Map<String, String> information = outline.information();
        List<Metadata> metadata = new ArrayList<>();
        Stream.of("Title", "Author", "Subject", "Keywords").filter(key -> !information.getOrDefault(key, "").isBlank())
                .forEach(key -> metadata.add(new Metadata(key, List.of(information.get(key).strip()))));
        Optional.ofNullable(information.get("CreationDate")).filter(date -> Moments.instant(date).isPresent())
                .ifPresent(date -> metadata.add(new Metadata("Date", List.of(Moments.words(date)))));
        Optional<String> title = Optional.ofNullable(information.get("Title")).map(String::strip)
                .filter(PictureFields::isTitle);
        Optional<ViewingDirection> direction =
                outline.rightToLeft() ? Optional.of(ViewingDirection.RIGHT_TO_LEFT) : Optional.empty();
        return new Description(title, metadata, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), direction,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Languages.of(outline.language().stream().toList()));
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
        ToldItem json = told(sidecar);
        Description plain = Description.of(FileType.stem(node.name()), Kind.TEXTS, "paged");
        return Optional.of(make(node, json.description().over(plain), list.pages(),
                with(json, list.pages(), List.of(), PlainFiles.of(node, blob)), validator, blob.modified()));
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

    /**
     * The line of a listing. Pictures and PDFs are not opened for it, as thousands may stand in one list: a title that
     * is written in such a file stands in its manifest alone.
     */
    Optional<Summary> summary(Node node) {
        Optional<FileType> type = node.isFolder() ? Optional.empty() : FileType.of(node.name());
        if (type.isPresent() && type.get() == FileType.PDF) {
            return Optional.of(unopened(node));
        }
        if (type.isPresent() && type.get() == FileType.IMAGE) {
            return Optional.of(unopenedPicture(node));
        }
        Optional<FolderShape.Books> pdfs = ofPdfs(node);
        if (pdfs.isPresent()) {
            return Optional.of(unopened(node, pdfs.get()));
        }
        return item(node).map(item -> new Summary(item.id(), item.kind(), item.label(), image(item),
                item.pages().size(), item.validator(), item.modified()));
    }

    /** The start page; of recordings without pictures, the item itself. */
    private static Identifier image(Item item) {
        return item.pages().isEmpty() ? item.id() : item.idOf(item.pages().get(item.start()));
    }

    private Summary unopenedPicture(Node node) {
        Blob blob = tree.blob(node);
        Optional<Node> sidecar = sidecar(node);
        Description told = itemJson(sidecar).over(Description.of(FileType.stem(node.name()), Kind.IMAGE));
        return new Summary(node.id(), told.kind().orElse(Kind.IMAGE), told.label().orElse(node.name()), node.id(), 1,
                validator(node, blob, sidecar), blob.modified().truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<FolderShape.Books> ofPdfs(Node node) {
        return Optional.of(node).filter(Node::isFolder).map(folder -> FolderShape.of(folder, tree.scan(folder), tree))
                .filter(shape -> shape instanceof FolderShape.Books books && books.stacks().get(0).isPdf())
                .map(FolderShape.Books.class::cast);
    }

    private Summary unopened(Node node, FolderShape.Books books) {
        Scan scan = tree.scan(node);
        BookStack first = books.stacks().get(0);
        Description meta = new ArchiveOrgBook(node, books, first, tree, this).meta().map(MetaXml::description)
                .orElse(Description.NONE);
        Description told = itemJson(scan.file(ItemJson.NAME).map(Scan.Entry::node)).over(meta)
                .over(Description.of(first.prefix(), Kind.TEXTS));
        PageList list = PageList.of(node, tree);
        list.add(0, "", Optional.empty(), new Member(0, "", ""));
        return new Summary(node.id(), told.kind().orElse(Kind.TEXTS), told.label().orElse(node.name()),
                new Identifier(node.id().text() + list.pages().get(0).name()), 0, validator(node, stamp(node, scan)),
                books.files().modified().truncatedTo(ChronoUnit.SECONDS));
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
        return told(file).description();
    }

    private ToldItem told(Optional<Node> file) {
        return file.map(this::told).orElse(ToldItem.NOTHING);
    }

    /** Remembered, so that what is wrong in it is told of once and not at each survey. */
    private ToldItem told(Node file) {
        Blob blob = tree.blob(file);
        Optional<ToldItem> known = descriptions.find(blob.validator());
        if (known.isPresent()) {
            return known.get();
        }
        ToldItem read = ItemJson.read(blob, file.id().text());
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

    /** The file that words stand in; one that no page of the item tells of is not given. */
    Blob text(Item item, TextPlace text) {
        return Optional.of(text.file())
                .filter(file -> item.pages().stream().flatMap(page -> page.text().stream())
                        .anyMatch(told -> told.file().equals(file)))
                .flatMap(file -> blob(item, Member.parse(file)))
                .orElseThrow(() -> new IiifException.Missing("The text of '" + item.id() + "' has gone."));
    }

    /** A file that an item lists; another is not given. */
    Blob file(Item item, ItemFile file) {
        return Optional.of(item.id()).filter(listed -> lists(item, file)).flatMap(tree::at)
                .flatMap(node -> file.name().isEmpty() ? Optional.of(node) : below(node, file.name()))
                .filter(node -> !node.isFolder())
                .map(tree::blob)
                .orElseThrow(() -> new IiifException.Missing(
                        "The file '" + file.name() + "' of '" + item.id() + "' has gone."));
    }

    private static boolean lists(Item item, ItemFile file) {
        Stream<ItemFile> recordings = item.apparatus().tracks().stream().flatMap(track -> Stream.of(
                track.media().stream(), track.captions().stream().map(Track.Caption::file), track.image().stream())
                .flatMap(files -> files));
        return Stream.concat(item.apparatus().files().stream(), recordings)
                .anyMatch(listed -> listed.name().equals(file.name()));
    }

    private Optional<Node> below(Node node, String path) {
        Optional<Node> found = Optional.of(node);
        for (String segment : path.split("/")) {
            found = found.filter(Node::isFolder).flatMap(folder -> tree.child(folder, segment));
        }
        return found;
    }

    Optional<Blob> blob(Item item, Member member) {
        Optional<Blob> blob = tree.at(item.id())
                .flatMap(node -> member.file().isEmpty() ? Optional.of(node) : below(node, member.file()))
                .filter(node -> !node.isFolder()).map(tree::blob);
        if (member.inner().isEmpty() || blob.isEmpty()) {
            return blob;
        }
        Archive archive = archive(blob.get());
        return archive.find(member.inner()).map(entry -> archive.member(blob.get(), entry));
    }
}
