package org.lectern.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lectern.blob.Archive;
import org.lectern.blob.ArchiveEntry;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * What is beside the stack of page images is optional, and what cannot be read is told of in the log
 * and otherwise as if it were not there: a book with a damaged scandata.xml still has its pages.
 */
/** Reads a folder in the Internet Archive's shape: a stack of page images and the files that describe it. */
final class ArchiveOrgBook {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveOrgBook.class);

    private final FolderTree tree;
    private final Scan scan;
    private final FolderShape.Stack stack;
    private final Items items;

    ArchiveOrgBook(FolderTree tree, Scan scan, FolderShape.Stack stack, Items items) {
        this.tree = tree;
        this.scan = scan;
        this.stack = stack;
        this.items = items;
    }

    private record Leaf(int number, ArchiveEntry entry) {}

    /**
     * The pages that readers are meant to see, by leaf number where the names have them.
     *
     * @throws IiifException.Broken when the stack cannot be read, or holds no page
     */
    List<Page> pages(PageList list) {
        Map<Integer, Scandata.Leaf> scandata = beside("_scandata.xml")
                .or(() -> scan.file("scandata.xml").map(this::blob))
                .or(this::zippedScandata).flatMap(file -> read(file, Scandata::read)).orElse(Map.of());
        Map<Integer, String> printed = beside("_page_numbers.json")
                .flatMap(file -> read(file, PageNumbers::read)).orElse(Map.of());
        List<Leaf> leaves = leaves();
        List<Leaf> shown = leaves.stream()
                .filter(leaf -> scandata.getOrDefault(leaf.number(), Scandata.Leaf.UNKNOWN).isAccessible()).toList();
        for (Leaf leaf : shown.isEmpty() ? leaves : shown) {
            Scandata.Leaf known = scandata.getOrDefault(leaf.number(), Scandata.Leaf.UNKNOWN);
            Optional<String> number = Optional.ofNullable(printed.get(leaf.number())).or(known::printed);
            Member member = new Member(0, stack.file().name(), leaf.entry().name());
            list.add(leaf.number(), label(number, known, list.pages().size()), known.type(), member);
        }
        return list.pages();
    }

    private static String label(Optional<String> printed, Scandata.Leaf leaf, int index) {
        return printed.or(() -> leaf.type().filter(type -> !type.equalsIgnoreCase("Normal")))
                .orElse("[" + (index + 1) + "]");
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

    /** What the files beside the stack tell. */
    Description description() {
        return beside("_meta.xml").flatMap(file -> read(file, MetaXml::read)).orElse(Description.NONE);
    }

    /** Of the stack's prefix, else of the folder's name, as the archive names all files of an item, else the only one. */
    private Optional<Blob> beside(String suffix) {
        Optional<String> folder = stack.file().node().parent().map(Node::name);
        return scan.file(stack.prefix() + suffix).or(() -> folder.flatMap(name -> scan.file(name + suffix)))
                .or(() -> sole(suffix)).map(this::blob);
    }

    /** The only file that ends so; one of another stack's prefix tells of that stack's pages, not of these. */
    private Optional<Scan.Entry> sole(String suffix) {
        List<Scan.Entry> all = scan.files().values().stream().filter(file -> file.name().endsWith(suffix)).toList();
        return all.stream().filter(file -> all.size() == 1 && !isOfOtherStack(file.name(), suffix)).findFirst();
    }

    private boolean isOfOtherStack(String name, String suffix) {
        String prefix = name.substring(0, name.length() - suffix.length());
        return FolderShape.STACKS.stream().anyMatch(kind -> scan.file(prefix + kind).isPresent());
    }

    private Optional<Blob> zippedScandata() {
        return scan.file("scandata.zip").flatMap(zip -> read(blob(zip), items::archive).flatMap(archive ->
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
