package org.lectern.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a folder is, by what lies in it. First match wins:
 * <ol>
 * <li>The library's root is a collection.
 * <li>A folder with a stack of page images in one archive file, as the Internet Archive names them
 *     ({@code <prefix>_jp2.zip}), is a book. Stacks of other prefixes in it, and in folders below, are further books of
 *     the same item. Its other files are addressed and not listed.
 * <li>A folder that {@code <folder>_meta.xml} or {@code <folder>_files.xml} marks as an item is the same when the
 *     stacks lie in folders below, or when it has neither pictures nor recordings but a PDF, whose pages are its own then.
 * <li>A folder with recordings is an item of those, and of the pictures beside them; one that is marked as sound or film
 *     is it although there are stacks, which are pictures of covers and labels then.
 * <li>A folder with picture files is an item of those pages. PDFs and zips beside them are items of their own.
 * <li>Any other folder is a collection of the PDFs, zips and folders in it.
 * </ol>
 */
sealed interface FolderShape {

    /** One book or several in the Internet Archive's shape. */
    record Books(List<BookStack> stacks, ItemTree files) implements FolderShape {}

    /** An item whose pages are files. */
    record Images(List<Scan.Entry> pages) implements FolderShape {}

    /** An item of recordings, whose pages, when it has any, are files. */
    record Recorded(List<Scan.Entry> pages) implements FolderShape {}

    /** A collection. */
    record Shelf() implements FolderShape {}

    static FolderShape of(Node folder, Scan scan, FolderTree tree) {
        if (folder.isRoot()) {
            return new Shelf();
        }
        List<Scan.Entry> pages = pages(scan);
        boolean hasRecordings = scan.files().keySet().stream().anyMatch(Recordings::isRecording);
        if (isOfArchive(folder, scan) && !(hasRecordings && isPlayed(folder, scan, tree))) {
            ItemTree files = ItemTree.of(folder, scan, tree);
            List<BookStack> stacks = BookStack.of(folder.name(), files);
            boolean isPdf = stacks.isEmpty() && pages.isEmpty() && !hasRecordings(files);
            List<BookStack> books = isPdf ? BookStack.pdfs(folder.name(), files) : stacks;
            if (!books.isEmpty()) {
                return new Books(books, files);
            }
        }
        if (hasRecordings) {
            return new Recorded(Recordings.others(pages, scan));
        }
        return pages.isEmpty() ? new Shelf() : new Images(pages);
    }

    /** Whether what lies in folders below may be part of the same item. */
    static boolean isOfArchive(Node folder, Scan scan) {
        return !folder.isRoot() && (ItemTree.isMarked(folder, scan)
                || scan.entries().stream().anyMatch(entry -> entry.isFile() && BookStack.isStack(entry.name())));
    }

    /** Whether the archive says that it is there to be heard or seen. */
    private static boolean isPlayed(Node folder, Scan scan, FolderTree tree) {
        return scan.file(folder.name() + "_meta.xml")
                .flatMap(file -> ArchiveOrgBook.read(tree.blob(file.node()), MetaXml::read)).flatMap(Description::kind)
                .filter(kind -> kind == Kind.AUDIO || kind == Kind.MOVIES).isPresent();
    }

    private static boolean hasRecordings(ItemTree files) {
        return files.files().keySet().stream().map(ArchiveFormats::mediaType)
                .anyMatch(type -> type.startsWith("audio/") || type.startsWith("video/"));
    }

    private static List<Scan.Entry> pages(Scan scan) {
        List<Scan.Entry> pictures = scan.entries().stream()
                .filter(entry -> entry.isFile() && FileType.isPicture(entry.name())).toList();
        Set<String> stems = pictures.stream().map(entry -> FileType.stem(entry.name())).collect(Collectors.toSet());
        return pictures.stream().filter(entry -> !isThumbnail(entry.name(), stems)).toList();
    }

    /** The archive's item tile, and the small copy {@code x_thumb.jpg} of a picture {@code x} beside it. */
    private static boolean isThumbnail(String name, Set<String> stems) {
        String stem = FileType.stem(name);
        return name.equals("__ia_thumb.jpg")
                || stem.endsWith("_thumb") && stems.contains(stem.substring(0, stem.length() - "_thumb".length()));
    }

    /** Whether a file directly in a folder of this shape is an item of its own that is listed. */
    default boolean lists(Scan.Entry entry, boolean inRoot) {
        Optional<FileType> type = entry.isFile() ? FileType.of(entry.name()) : Optional.empty();
        if (this instanceof Books || type.isEmpty() || this instanceof Recorded && BookStack.isStack(entry.name())) {
            return false;
        }
        return inRoot || type.get() == FileType.PDF || type.get() == FileType.ARCHIVE;
    }

    /** Whether a folder in a folder of this shape is part of the item, so that nothing in it is listed. */
    default boolean owns(Scan.Entry entry, Node folder, Scan scan, FolderTree tree) {
        if (this instanceof Books books) {
            return books.files().folders().contains(entry.name());
        }
        return !(this instanceof Shelf) && ItemTree.isMarked(folder, scan) && ItemTree.isPart(entry, tree);
    }
}
