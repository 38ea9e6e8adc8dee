package org.lectern.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder is, by what lies directly in it. First match wins:
 * <ol>
 * <li>The library's root is a collection.
 * <li>A folder with a stack of page images in one archive file, as the Internet Archive names them
 *     ({@code <prefix>_jp2.zip}), is a book. Of several stacks the one counts whose prefix is the
 *     folder's name, then the one of the better kind, then the first by name. Its other files are
 *     addressed and not listed.
 * <li>A folder with recordings is an item of those, and of the pictures beside them.
 * <li>A folder with picture files is an item of those pages. PDFs and zips beside them are items of their own.
 * <li>Any other folder is a collection of the PDFs, zips and folders in it.
 * </ol>
 */
sealed interface FolderShape {

    /** A book in the Internet Archive's shape. */
    record Stack(Scan.Entry file, String prefix) implements FolderShape {}

    /** An item whose pages are files. */
    record Images(List<Scan.Entry> pages) implements FolderShape {}

    /** An item of recordings, whose pages, when it has any, are files. */
    record Recorded(List<Scan.Entry> pages) implements FolderShape {}

    /** A collection. */
    record Shelf() implements FolderShape {}

    /** Best first. */
    List<String> STACKS = List.of("_jp2.zip", "_jp2.tar", "_tif.zip", "_images.zip",
            "_tif.tar", "_jpg.zip", "_jpg.tar", "_images.tar");

    /** Prefix and kind of a stack's name. */
    Pattern STACK = Pattern.compile("(.+)(_(?:jp2|tif|jpg|images)\\.(?:zip|tar))", Pattern.CASE_INSENSITIVE);

    static FolderShape of(Node folder, Scan scan) {
        if (folder.isRoot()) {
            return new Shelf();
        }
        Optional<FolderShape> stack = stack(folder, scan);
        if (stack.isPresent()) {
            return stack.get();
        }
        List<Scan.Entry> pages = pages(scan);
        if (scan.files().keySet().stream().anyMatch(Recordings::isRecording)) {
            return new Recorded(Recordings.others(pages, scan));
        }
        return pages.isEmpty() ? new Shelf() : new Images(pages);
    }

    private static Optional<FolderShape> stack(Node folder, Scan scan) {
        Comparator<Stack> order = Comparator
                .comparing((Stack stack) -> !stack.prefix().equalsIgnoreCase(folder.name()))
                .thenComparing(stack -> STACKS.indexOf(
                        stack.file().name().substring(stack.prefix().length()).toLowerCase(Locale.ROOT)))
                .thenComparing(stack -> stack.file().name(), NaturalOrder.NAMES);
        return scan.entries().stream().filter(Scan.Entry::isFile).flatMap(entry -> {
            Matcher name = STACK.matcher(entry.name());
            return name.matches() ? Stream.of(new Stack(entry, name.group(1))) : Stream.<Stack>empty();
        }).min(order).map(FolderShape.class::cast);
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
        if (this instanceof Stack || type.isEmpty()) {
            return false;
        }
        return inRoot || type.get() == FileType.PDF || type.get() == FileType.ARCHIVE;
    }
}
