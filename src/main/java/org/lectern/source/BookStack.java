package org.lectern.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page images of one book in one file, as the Internet Archive names them: {@code <prefix>_jp2.zip} and the like,
 * or the PDF of a book that has no page images.
 *
 * @param file the archive file or PDF
 * @param folder path of the folder it lies in, below the item; empty for the item's own
 * @param prefix what the names of all files of this book begin with
 */
record BookStack(Scan.Entry file, String folder, String prefix) {

    /** Best first. */
    private static final List<String> KINDS = List.of("_jp2.zip", "_jp2.tar", "_tif.zip", "_images.zip",
            "_tif.tar", "_jpg.zip", "_jpg.tar", "_images.tar");

    private static final Pattern NAME =
            Pattern.compile("(.+)(_(?:jp2|tif|jpg|images)\\.(?:zip|tar))", Pattern.CASE_INSENSITIVE);

    private static final String ORIGINALS = "_orig"; // camera pictures, before people cropped them

    /** Other forms of a PDF, beside it: without pictures, in grey. */
    private static final List<String> DERIVED = List.of("_text", "_bw");

    static boolean isStack(String name) {
        return kind(name).isPresent();
    }

    /** The path of a book's file without what tells its kind. */
    static String document(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int length = kind(name).orElse(FileType.stem(name).length());
        return path.substring(0, path.length() - name.length() + length);
    }

    /** Where its kind begins in the name. */
    private static Optional<Integer> kind(String name) {
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        boolean canBe = last == 'p' || last == 'P' || last == 'r' || last == 'R'; // spares pictures the rest
        Matcher matcher = NAME.matcher(canBe ? name : "");
        return matcher.matches() ? Optional.of(matcher.start(2)) : Optional.empty();
    }

    /**
     * The books of an item: that of the item's own name first, then in natural order of their paths. Of several files
     * of the same prefix that of the better kind counts.
     */
    static List<BookStack> of(String item, ItemTree tree) {
        Map<String, BookStack> best = new HashMap<>();
        tree.files().forEach((path, entry) -> kind(entry.name()).ifPresent(at -> {
            String prefix = entry.name().substring(0, at);
            BookStack stack = new BookStack(entry, folder(path), prefix);
            best.merge(stack.document(), stack, (one, other) -> one.rank() <= other.rank() ? one : other);
        }));
        best.entrySet().removeIf(one -> one.getKey().endsWith(ORIGINALS)
                && best.containsKey(one.getKey().substring(0, one.getKey().length() - ORIGINALS.length())));
        return sorted(best.values().stream().toList(), item);
    }

    /** The PDFs of an item without page images, in the same order; not those that are other forms of one. */
    static List<BookStack> pdfs(String item, ItemTree tree) {
        List<BookStack> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        tree.files().forEach((path, entry) -> {
            if (FileType.of(entry.name()).filter(FileType.PDF::equals).isPresent()) {
                BookStack stack = new BookStack(entry, folder(path), FileType.stem(entry.name()));
                all.add(stack);
                known.add(stack.document());
            }
        });
        all.removeIf(one -> DERIVED.stream().anyMatch(tail -> one.document().endsWith(tail)
                && known.contains(one.document().substring(0, one.document().length() - tail.length()))));
        return sorted(all, item);
    }

    private static List<BookStack> sorted(List<BookStack> stacks, String item) {
        return stacks.stream().sorted(Comparator
                .comparing((BookStack stack) -> !stack.document().equalsIgnoreCase(item))
                .thenComparing(stack -> !stack.folder().isEmpty())
                .thenComparing(BookStack::path, NaturalOrder.NAMES)).toList();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private int rank() {
        return KINDS.indexOf(file.name().substring(prefix.length()).toLowerCase(Locale.ROOT));
    }

    boolean isPdf() {
        return !isStack(file.name());
    }

    /** Of the file, below the item. */
    String path() {
        return inFolder(file.name());
    }

    /** What the Internet Archive calls the book in its item: the path of its files without their ends. */
    String document() {
        return inFolder(prefix);
    }

    /** Of a file in the same folder, below the item. */
    String inFolder(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
