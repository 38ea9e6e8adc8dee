package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.blob.ArchiveEntry;
import org.lectern.text.TextForm;

/*
 * The archive writes a djvu.xml, hOCR or PDF of the leaves that readers see, in their order, so the k-th of its pages
 * is the k-th of ours, whatever numbers stand inside: those are leaves in some and places in others. That is also why
 * none of these files, which are large, is opened here. ALTO has a file for each leaf, named by its number.
 */
/**
 * Where the words of a book's pages stand: in its {@code _djvu.xml}, else {@code _hocr.html}, else ALTO files in a
 * folder or zip {@code alto}, else its PDF.
 */
final class BookText {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})\\.xml$", Pattern.CASE_INSENSITIVE);

    private final Optional<TextPlace> whole; // first page of a file for all
    private final Map<Integer, String> leaves; // leaf number → file of its own

    private BookText(Optional<TextPlace> whole, Map<Integer, String> leaves) {
        this.whole = whole;
        this.leaves = leaves;
    }

    /**
     * Finds the files.
     *
     * @param isAlone whether no other book of the item can mean the files that are named after none
     * @param beside the book's own file that ends so, in the same folder
     */
    static BookText of(
            BookStack stack, boolean isAlone, ItemTree files, Function<String, Optional<Scan.Entry>> beside,
            FolderTree tree, Items items) {
        Optional<TextPlace> whole = beside.apply("_djvu.xml").map(file -> whole(TextForm.DJVU_XML, stack, file))
                .or(() -> beside.apply("_hocr.html").map(file -> whole(TextForm.HOCR, stack, file)));
        if (whole.isPresent()) {
            return new BookText(whole, Map.of());
        }
        Map<Integer, String> leaves = alto(stack, isAlone, files);
        if (leaves.isEmpty()) {
            leaves = zippedAlto(stack, isAlone, files, tree, items);
        }
        return new BookText(leaves.isEmpty() ? pdf(stack, files) : Optional.empty(), leaves);
    }

    private static TextPlace whole(TextForm form, BookStack stack, Scan.Entry file) {
        return new TextPlace(form, new Member(0, stack.inFolder(file.name()), "").toString(), 0);
    }

    /** Named as the pages are: any other may have other pages. */
    private static Optional<TextPlace> pdf(BookStack stack, ItemTree files) {
        Optional<Scan.Entry> pdf = stack.isPdf()
                ? Optional.of(stack.file())
                : files.file(stack.document() + ".pdf").or(() -> files.file(stack.document() + "_text.pdf"));
        return pdf.map(file -> whole(TextForm.PDF, stack, file));
    }

    private static Map<Integer, String> alto(BookStack stack, boolean isAlone, ItemTree files) {
        Map<Integer, String> leaves = new HashMap<>();
        files.in(stack.inFolder("alto")).keySet().forEach(name -> number(name, stack, isAlone).ifPresent(leaf ->
                leaves.putIfAbsent(leaf, new Member(0, stack.inFolder("alto") + "/" + name, "").toString())));
        return leaves;
    }

    private static Map<Integer, String> zippedAlto(
            BookStack stack, boolean isAlone, ItemTree files, FolderTree tree, Items items) {
        Map<Integer, String> leaves = new HashMap<>();
        Optional<Scan.Entry> own = files.file(stack.document() + "_alto.zip");
        Optional<Scan.Entry> zip = own.or(() -> files.file(stack.inFolder("alto.zip")));
        String path = own.isPresent() ? stack.document() + "_alto.zip" : stack.inFolder("alto.zip");
        zip.flatMap(file -> ArchiveOrgBook.read(tree.blob(file.node()), items::archive)).ifPresent(archive -> {
            for (ArchiveEntry entry : archive.entries()) {
                number(entry.fileName(), stack, isAlone || own.isPresent())
                        .ifPresent(leaf -> leaves.putIfAbsent(leaf, new Member(0, path, entry.name()).toString()));
            }
        });
        return leaves;
    }

    private static Optional<Integer> number(String name, BookStack stack, boolean isAlone) {
        Matcher matcher = NUMBER.matcher(name);
        boolean isMeant = Names.isVisible(name) && (isAlone || name.startsWith(stack.prefix() + "_"));
        return isMeant && matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /**
     * Where the words of a page stand.
     *
     * @param leaf its number
     * @param place among the pages of the book that readers see
     */
    Optional<TextPlace> of(int leaf, int place) {
        return whole.map(file -> new TextPlace(file.form(), file.file(), place))
                .or(() -> Optional.ofNullable(leaves.get(leaf)).map(file -> new TextPlace(TextForm.ALTO, file, 0)));
    }
}
