package org.lectern.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Archive;
import org.lectern.blob.ArchiveEntry;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Identifier;

/*
 * A name on disk may hold '$', and '$' may stand for a slash or begin a page form. So the text is
 * walked down the folders: at each, the longest name that is really there is tried first, then the
 * shorter ones that end before a '$' or ':'. What is left over is a member of an archive file, or a page;
 * behind a ':' stands a book of an item of several, and its page.
 * The walk looks at no more than PROBES names, however many '$' a text holds.
 */
/** Finds what an identifier's text names. */
final class IdentifierReader {

    private static final int PROBES = 256;

    private final FolderTree tree;
    private final Items items;

    IdentifierReader(FolderTree tree, Items items) {
        this.tree = tree;
        this.items = items;
    }

    /**
     * A file or folder that a beginning of the text names.
     *
     * @param node a file or folder
     * @param rest what stands behind its path in the identifier; empty, or begins with {@code /}, {@code $} or {@code :}
     */
    private record Candidate(Node node, String rest) {}

    /**
     * What was found.
     *
     * @param resource an item, page or file; empty for a folder that is none of these, but may be a collection
     * @param node the file or folder
     */
    record Found(Optional<Resource> resource, Node node) {}

    /** The first thing that the text names. */
    Optional<Found> find(Identifier id) {
        Walk walk = new Walk(id.text());
        walk.from(tree.root(), -1);
        walk.candidates.sort(Comparator.comparingInt(candidate -> candidate.rest().length()));
        for (Candidate candidate : walk.candidates) {
            Optional<Found> found = read(candidate);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** One walk down the folders. */
    private final class Walk {
        private final String text;
        private final List<Candidate> candidates = new ArrayList<>();
        private int probes;

        Walk(String text) {
            this.text = text;
        }

        /** The path to the node ends before the separator at this place. */
        void from(Node node, int separator) {
            int start = separator + 1;
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            while (node.isFolder() && end > start && probes++ < PROBES) {
                int at = end;
                tree.child(node, text.substring(start, at)).ifPresent(child -> reached(child, at));
                end = Math.max(text.lastIndexOf('$', end - 1), text.lastIndexOf(':', end - 1));
            }
        }

        private void reached(Node child, int end) {
            candidates.add(new Candidate(child, text.substring(end)));
            if (end < text.length() && text.charAt(end) != ':') {
                from(child, end);
            }
        }
    }

    private Optional<Found> read(Candidate candidate) {
        Node node = candidate.node();
        if (candidate.rest().isEmpty()) {
            return whole(node);
        }
        String rest = candidate.rest().substring(1);
        if (candidate.rest().charAt(0) == ':') {
            return pageOfBook(node, rest).map(found -> new Found(Optional.of(found), node));
        }
        Optional<Resource> resource = member(node, rest);
        if (resource.isEmpty() && candidate.rest().charAt(0) == '$') {
            resource = page(node, rest);
        }
        return resource.map(found -> new Found(Optional.of(found), node));
    }

    private Optional<Found> whole(Node node) {
        if (isFileOfItem(node)) {
            return Optional.of(new Found(Optional.of(file(node, 0)), node));
        }
        Optional<Resource> item = items.item(node).map(Resource.Whole::new);
        return item.isPresent() || node.isFolder() ? Optional.of(new Found(item, node)) : Optional.empty();
    }

    /** Pictures are items of their own only in the root; elsewhere their folder is the item. */
    private static boolean isFileOfItem(Node node) {
        return !node.isFolder() && !node.isInRoot() && FileType.isPicture(node.name());
    }

    private Resource file(Node node, int page) {
        return new Resource.File(new Picture(tree.blob(node), page), node.parent().orElse(node).id());
    }

    private Optional<Resource> page(Node node, String form) {
        if (isFileOfItem(node)) {
            return PageForm.index(form).filter(index -> index == 0 || index < items.pageCount(tree.blob(node)))
                    .map(index -> file(node, index));
        }
        return items.item(node).flatMap(item -> PageForm.find(form, item).map(page -> new Resource.Leaf(item, page)));
    }

    private Optional<Resource> pageOfBook(Node folder, String form) {
        boolean canBe = folder.isFolder() && form.indexOf('$') > 0;
        return canBe
                ? items.item(folder).flatMap(item ->
                        PageForm.inBook(form, item).map(page -> new Resource.Leaf(item, page)))
                : Optional.empty();
    }

    private Optional<Resource> member(Node node, String path) {
        boolean isZip = !node.isFolder() && FileType.of(node.name()).filter(FileType.ARCHIVE::equals).isPresent();
        Optional<Node> book = !node.isFolder() && BookStack.isStack(node.name()) ? bookOf(node) : Optional.empty();
        if (!isZip && book.isEmpty()) {
            return Optional.empty();
        }
        Blob blob = tree.blob(node);
        Archive archive = items.archive(blob);
        Identifier holder = book.orElse(node).id();
        return archive.entries().stream().filter(entry -> PageStack.isPage(entry) && isSpelled(entry, path)).findFirst()
                .map(entry -> new Resource.File(new Picture(archive.member(blob, entry), 0), holder));
    }

    /** The uppermost folder that is an item to which the file belongs. */
    private Optional<Node> bookOf(Node file) {
        Optional<Node> book = Optional.empty();
        for (Optional<Node> folder = file.parent(); folder.isPresent(); folder = folder.get().parent()) {
            FolderShape shape = FolderShape.of(folder.get(), tree.scan(folder.get()), tree);
            boolean isOfBook = shape instanceof FolderShape.Books books && books.files().files().values().stream()
                    .anyMatch(entry -> entry.node().id().equals(file.id()));
            book = isOfBook ? folder : book;
        }
        return book;
    }

    /** Whether the text is the member's path, with {@code /} or {@code $} between its segments. */
    private static boolean isSpelled(ArchiveEntry entry, String text) {
        String name = entry.name();
        if (name.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean isSeparator = name.charAt(i) == '/' && text.charAt(i) == '$';
            if (name.charAt(i) != text.charAt(i) && !isSeparator) {
                return false;
            }
        }
        return true;
    }
}
