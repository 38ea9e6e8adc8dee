package org.lectern.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.cache.Cache;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;

/**
 * A library that is a folder. An item's identifier is its path below the root, as written on disk.
 *
 * <p>The root is always a collection; pictures directly in it are items. Elsewhere a folder is a book
 * when it holds a stack of page images in the Internet Archive's shape ({@code <prefix>_jp2.zip} and
 * the like), or several books when it holds several; a folder that {@code <folder>_meta.xml} or
 * {@code <folder>_files.xml} marks as an item of the archive is one even when its stacks lie in folders below, or when it
 * has but a PDF. Other folders are items of the picture files in them, one page a file, else collections. PDFs and zips
 * of pictures are items wherever they lie, but in a book's folder they are not listed.
 * {@code item.json} in a folder, {@code <file>.item.json} beside a file, describe it.
 *
 * <p>Hidden and never served: dotfiles, what leads outside by a symbolic link, files of other kinds.
 * Everything is opened read-only. Changes are noticed without a restart, within the freshness.
 */
public final class FolderSource implements Source, Catalog {

    /** A survey may take one part of so many of the time: a large library is looked through less often. */
    private static final int SURVEY_SHARE = 5;

    private static final long MAX_REST = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final Path root;
    private final long freshNanos;
    private final FolderTree tree;
    private final Items items;
    private final IdentifierReader reader;
    private final ReentrantLock surveying = new ReentrantLock();
    private volatile Surveyed surveyed = new Surveyed(Index.EMPTY, false, 0);

    private record Surveyed(Index index, boolean isDone, long until) {
        boolean isFresh() {
            return isDone && System.nanoTime() - until < 0;
        }
    }

    /**
     * Opens nothing yet.
     *
     * @param name of the source in the settings; also what the root collection is called
     * @param root the folder; it may come and go
     * @param documents keeps what has been read of items and archives
     * @param blocks keeps inflated bytes
     * @param freshness how long what was seen in a folder is believed; zero looks every time
     */
    public FolderSource(String name, Path root, Cache documents, Cache blocks, Duration freshness) {
        this.name = name;
        this.root = root;
        this.freshNanos = freshness.toNanos();
        this.tree = new FolderTree(name, root, freshness);
        this.items = new Items(tree, documents, blocks);
        this.reader = new IdentifierReader(tree, items);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        return Files.isDirectory(root) && Files.isReadable(root);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IiifException.Broken when the file of the item cannot be read
     */
    @Override
    public Optional<Resource> find(Location location) {
        if (location.path().isRoot()) {
            return shelf(tree.root());
        }
        return reader.find(location.path())
                .flatMap(found -> found.resource().or(() -> shelf(found.node())));
    }

    @Override
    public Picture picture(Item item, Page page) {
        return items.picture(item, page);
    }

    @Override
    public Leafing leafThrough(Item item) {
        return new FolderLeafing(items, item);
    }

    @Override
    public Blob file(Item item, ItemFile file) {
        return items.file(item, file);
    }

    @Override
    public Blob text(Item item, TextPlace text) {
        return items.text(item, text);
    }

    /** {@inheritDoc} The first call after a change looks through all folders; others meanwhile get the list before. */
    @Override
    public Listing list(ItemQuery query) {
        return index().list(query);
    }

    private Optional<Resource> shelf(Node folder) {
        Identifier id = folder.id();
        Optional<Folder> listed = Optional.ofNullable(index().shelves().get(id));
        return listed.or(() -> Optional.ofNullable(unlisted(folder).shelves().get(id))).map(Resource.Shelf::new);
    }

    /** A folder that is reached through a link alone has no place in the index. */
    private Index unlisted(Node folder) {
        return new Survey(tree, items, Index.EMPTY, name).of(folder);
    }

    private Index index() {
        Surveyed now = surveyed;
        if (now.isFresh() || now.isDone() && surveying.isLocked() && !surveying.isHeldByCurrentThread()) {
            return now.index();
        }
        surveying.lock();
        try {
            return surveyed.isFresh() ? surveyed.index() : survey();
        } finally {
            surveying.unlock();
        }
    }

    private Index survey() {
        long begun = System.nanoTime();
        Index index = new Survey(tree, items, surveyed.index(), name).of(tree.root());
        long ended = System.nanoTime();
        long rest = freshNanos == 0 ? 0 : Math.max(freshNanos, Math.min(MAX_REST, (ended - begun) * SURVEY_SHARE));
        surveyed = new Surveyed(index, true, ended + rest);
        return index;
    }
}
