package org.lectern.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lectern.blob.ArchiveEntry;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.pdf.PdfOutline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * What is beside the stack of page images is optional, and what cannot be read is told of in the log
 * and otherwise as if it were not there: a book with a damaged scandata.xml still has its pages.
 */
/**
 * Reads one book in the Internet Archive's shape: a stack of page images, or a PDF, and the files that describe it.
 * For one thread.
 */
final class ArchiveOrgBook {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveOrgBook.class);

    private final Node item;
    private final FolderShape.Books books;
    private final BookStack stack;
    private final FolderTree tree;
    private final Items items;
    private final Scandata scandata;
    private Optional<PdfOutline> outline = Optional.empty(); // once read

    ArchiveOrgBook(Node item, FolderShape.Books books, BookStack stack, FolderTree tree, Items items) {
        this.item = item;
        this.books = books;
        this.stack = stack;
        this.tree = tree;
        this.items = items;
        this.scandata = stack.isPdf() ? Scandata.NONE : readScandata();
    }

    private record Leaf(int number, ArchiveEntry entry) {}

    private Scandata readScandata() {
        return beside("_scandata.xml").or(() -> shared("scandata.xml").map(this::blob)).or(this::zippedScandata)
                .flatMap(file -> read(file, Scandata::read)).orElse(Scandata.NONE);
    }

    /**
     * Adds the pages that readers are meant to see, by leaf number where the names have them.
     *
     * @param document what its pages are called by beside those of the item's first book, or empty
     * @param ppi dots an inch where nothing else tells them
     * @throws IiifException.Broken when the stack cannot be read, or holds no page
     */
    List<Page> pages(PageList list, String document, Optional<Integer> ppi) {
        int from = list.pages().size();
        BookText text = BookText.of(stack, books.stacks().size() == 1, books.files(), this::entry, tree, items);
        if (stack.isPdf()) {
            ofPdf(list, document, text);
        } else {
            ofStack(list, document, ppi, text);
        }
        return List.copyOf(list.pages().subList(from, list.pages().size()));
    }

    private void ofStack(PageList list, String document, Optional<Integer> ppi, BookText text) {
        Map<Integer, String> printed = beside("_page_numbers.json")
                .flatMap(file -> read(file, PageNumbers::read)).orElse(Map.of());
        List<Leaf> leaves = leaves();
        List<Leaf> shown = leaves.stream().filter(leaf -> scandata.leaf(leaf.number()).isAccessible()).toList();
        int place = 0;
        for (Leaf leaf : shown.isEmpty() ? leaves : shown) {
            int number = leaf.number();
            Scandata.Leaf known = scandata.leaf(number);
            Optional<String> told = Optional.ofNullable(printed.get(number)).or(known::printed);
            list.add(document, number, label(told, known, place), known.type(), scandata.dpi(number).or(() -> ppi),
                    text.of(number, place), new Member(0, stack.path(), leaf.entry().name()));
            place++;
        }
    }

    private static String label(Optional<String> printed, Scandata.Leaf leaf, int index) {
        return printed.or(() -> leaf.type().filter(type -> !type.equalsIgnoreCase("Normal")))
                .orElse("[" + (index + 1) + "]");
    }

    private void ofPdf(PageList list, String document, BookText text) {
        List<String> labels = outline().labels();
        if (labels.isEmpty()) {
            throw new IiifException.Broken("'" + stack.file().name() + "' has no pages.");
        }
        for (int i = 0; i < labels.size(); i++) {
            list.add(document, i, labels.get(i), Optional.empty(), Optional.empty(), text.of(i, i),
                    new Member(i, stack.path(), ""));
        }
    }

    /**
     * What its PDF tells of itself.
     *
     * @throws IiifException.Broken when it cannot be read
     */
    PdfOutline outline() {
        if (outline.isEmpty()) {
            try (Blob blob = blob(stack.file())) {
                outline = Optional.of(PdfOutline.read(blob));
            }
        }
        return outline.get();
    }

    private List<Leaf> leaves() {
        List<ArchiveEntry> pages = PageStack.of(items.archive(blob(stack.file())));
        if (pages.isEmpty()) {
            throw new IiifException.Broken("'" + stack.file().name() + "' holds no page images.");
        }
        Optional<List<Integer>> numbers = PageStack.leafNumbers(pages);
        return IntStream.range(0, pages.size())
                .mapToObj(i -> new Leaf(numbers.map(known -> known.get(i)).orElse(i), pages.get(i)))
                .sorted(Comparator.comparingInt(Leaf::number)).toList();
    }

    /** The table of contents of these pages of this book; a PDF has its own. */
    List<Section> sections(List<Page> pages) {
        if (stack.isPdf()) {
            return shifted(Contents.ofBookmarks(outline().bookmarks(), pages.size()), pages.get(0).index());
        }
        Map<Integer, Scandata.Heading> headings = new HashMap<>();
        pages.forEach(page -> scandata.leaf(page.number()).heading()
                .ifPresent(heading -> headings.put(page.number(), heading)));
        return TableOfContents.of(pages, headings);
    }

    private static List<Section> shifted(List<Section> sections, int by) {
        return sections.stream().map(section -> new Section(section.label(),
                section.pages().stream().map(page -> page + by).toList(), shifted(section.parts(), by))).toList();
    }

    /** What the files beside the stack tell. */
    Optional<MetaXml> meta() {
        return beside("_meta.xml").flatMap(file -> read(file, MetaXml::parse));
    }

    /** Of the stack's prefix, else of the folder's name, as the archive names files of an item, else the only one. */
    private Optional<Blob> beside(String suffix) {
        return entry(suffix).map(this::blob);
    }

    private Optional<Scan.Entry> entry(String suffix) {
        String folder = stack.folder().isEmpty()
                ? item.name()
                : stack.folder().substring(stack.folder().lastIndexOf('/') + 1);
        return books.files().file(stack.document() + suffix).or(() -> shared(folder + suffix, suffix))
                .or(() -> sole(suffix));
    }

    private Optional<Scan.Entry> shared(String name, String suffix) {
        String document = stack.inFolder(name.substring(0, name.length() - suffix.length()));
        boolean isOfOther = books.stacks().stream().anyMatch(other -> other.document().equals(document));
        return isOfOther ? Optional.empty() : shared(name);
    }

    /** A file that is named after no book: it tells of the item's first one, or of the only one in its folder. */
    private Optional<Scan.Entry> shared(String name) {
        boolean isFirst = stack.equals(books.stacks().get(0));
        boolean isAlone = books.stacks().stream().filter(other -> other.folder().equals(stack.folder())).count() == 1;
        return isFirst || isAlone ? books.files().file(stack.inFolder(name)) : Optional.empty();
    }

    /** The only file that ends so; one of another stack's prefix tells of that stack's pages, not of these. */
    private Optional<Scan.Entry> sole(String suffix) {
        List<String> all = new ArrayList<>(books.files().in(stack.folder()).keySet());
        all.removeIf(name -> !name.endsWith(suffix));
        return all.size() == 1 ? shared(all.get(0), suffix) : Optional.empty();
    }

    private Optional<Blob> zippedScandata() {
        return shared("scandata.zip").flatMap(zip -> read(blob(zip), items::archive).flatMap(archive ->
                archive.find("scandata.xml").map(entry -> archive.member(blob(zip), entry))));
    }

    private Blob blob(Scan.Entry entry) {
        return tree.blob(entry.node());
    }

    static <T> Optional<T> read(Blob blob, Function<Blob, T> reader) {
        try {
            return Optional.of(reader.apply(blob));
        } catch (IiifException e) {
            LOG.warn("{} is ignored: {}", blob.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
