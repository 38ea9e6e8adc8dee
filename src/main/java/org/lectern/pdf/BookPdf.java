package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.blob.Validators;
import org.lectern.core.Dimensions;

/**
 * Writes a book as PDF, page after page, each of them one picture. A page is out before the next is looked at: what is
 * kept of it are four numbers. PDFBox, which keeps a document until it is saved, would hold the whole book. Equal books
 * give equal bytes: no dates, and an {@code /ID} that is handed in. For one thread.
 */
public final class BookPdf {

    private static final double LONGEST = 14_400; // units a side, by the specification's limits of old
    private static final double SHORTEST = 3;
    private static final double SHEET_WIDTH = 595; // A4, where no page tells its size
    private static final double SHEET_HEIGHT = 842;
    private static final int NOTE_LINE = 80; // characters
    private static final int BRANCH = 100; // pages below a node of the page tree

    private final PdfObjects objects;
    private final int catalog;
    private final int tree;
    private final List<Integer> branches = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final Map<String, Integer> profiles = new HashMap<>();
    private int font;
    private int invisible;
    private double width = SHEET_WIDTH;
    private double height = SHEET_HEIGHT;

    /**
     * Begins a file.
     *
     * @param out where to; not closed
     * @throws IOException when it fails
     */
    public BookPdf(OutputStream out) throws IOException {
        objects = new PdfObjects(out);
        catalog = objects.reserve();
        tree = objects.reserve();
    }

    /**
     * What is told of the book.
     *
     * @param title its title
     * @param authors who made it, in one line
     * @param language a BCP 47 tag
     * @param rightToLeft whether it is read from right to left
     * @param labels what the pages are called, one for each
     * @param bookmarks its table of contents
     * @param id changes with the contents
     */
    public record About(
            String title,
            Optional<String> authors,
            Optional<String> language,
            boolean rightToLeft,
            List<String> labels,
            List<Bookmark> bookmarks,
            String id) {

        /** Keeps its own copies. */
        public About {
            Objects.requireNonNull(title);
            Objects.requireNonNull(authors);
            Objects.requireNonNull(language);
            labels = List.copyOf(labels);
            bookmarks = List.copyOf(bookmarks);
            Objects.requireNonNull(id);
        }
    }

    /**
     * An entry of the table of contents.
     *
     * @param title not blank
     * @param page where it leads, from 0
     * @param parts below it
     */
    public record Bookmark(String title, int page, List<Bookmark> parts) {
        /** Keeps its own copy. */
        public Bookmark {
            Objects.requireNonNull(title);
            parts = List.copyOf(parts);
        }
    }

    /** How many pages have been written. */
    public int pages() {
        return pages.size();
    }

    /**
     * Writes a page that is a picture.
     *
     * @param dpi dots an inch of the upright picture
     * @param across its pixels from left to right, of which the picture may have fewer
     * @param words to be found in it
     * @throws IOException when the file cannot be written to
     */
    public void page(double dpi, int across, BookPicture picture, Optional<TextLayer> words) throws IOException {
        double shape = (double) picture.upright().height() / picture.upright().width();
        size(across * 72 / dpi, across * 72 / dpi * shape);
        int image = objects.reserve();
        objects.put(image, picture.entries(space(picture)), picture.data());
        String drawn = "q " + picture.matrix(width, height) + "cm /P Do Q";
        String resources = "/XObject<</P " + image + " 0 R>>";
        if (words.isEmpty()) {
            page(List.of(contents(drawn)), resources);
        } else {
            page(List.of(contents(drawn + scaled(words.get().space())), words(words.get())),
                    resources + "/Font<</" + TextLayer.FONT + " " + invisible + " 0 R>>");
        }
    }

    private int contents(String operators) throws IOException {
        int number = objects.reserve();
        objects.put(number, "", BookPicture.Data.of(PdfObjects.ascii(operators)));
        return number;
    }

    /** What the words are measured in, over the whole page. */
    private String scaled(Dimensions space) {
        return String.format(Locale.ROOT, " q %.6f 0 0 %.6f 0 0 cm", width / space.width(), height / space.height());
    }

    private int words(TextLayer words) throws IOException {
        if (invisible == 0) {
            invisible = InvisibleFont.write(objects);
        }
        int number = objects.reserve();
        objects.put(number, "/Filter/FlateDecode", BookPicture.Data.of(words.deflated()));
        return number;
    }

    /** As large as it is, within what readers take. */
    private void size(double wide, double high) {
        double fit = Math.min(1, LONGEST / Math.max(wide, high));
        width = Math.max(SHORTEST, wide * fit);
        height = Math.max(SHORTEST, high * fit);
    }

    /**
     * Writes a page as large as the one before that tells why there is no picture.
     *
     * @param text in Latin letters
     * @throws IOException when the file cannot be written to
     */
    public void note(String text) throws IOException {
        if (font == 0) {
            font = objects.reserve();
            objects.put(font, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        }
        double letters = Math.min(width, height) / 40;
        StringBuilder contents = new StringBuilder(String.format(Locale.ROOT, "BT /F %.2f Tf %.2f TL %.2f %.2f Td ",
                letters, letters * 1.3, width / 10, height * 0.8));
        for (String line : lines(text)) {
            String hex = HexFormat.of().formatHex(PdfObjects.ascii(line));
            contents.append('<').append(hex).append("> Tj T* ");
        }
        page(List.of(contents(contents.append("ET").toString())), "/Font<</F " + font + " 0 R>>");
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PdfText.clean(text, 10 * NOTE_LINE).split(" ")) {
            if (line.length() > 0 && line.length() + word.length() >= NOTE_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void page(List<Integer> contents, String resources) throws IOException {
        if (pages.size() % BRANCH == 0) {
            branches.add(objects.reserve());
        }
        StringBuilder streams = new StringBuilder();
        contents.forEach(number -> streams.append(number).append(" 0 R "));
        int page = objects.reserve();
        objects.put(page, "<</Type/Page/Parent " + branches.get(branches.size() - 1) + " 0 R/MediaBox[0 0 "
                + PdfObjects.number(width) + " " + PdfObjects.number(height) + "]/Contents[" + streams
                + "]/Resources<<" + resources + ">>>>");
        pages.add(page);
    }

    private String space(BookPicture picture) throws IOException {
        if (picture.profile().isPresent()) {
            return "[/ICCBased " + profile(picture.profile().get(), picture.bands()) + " 0 R]";
        }
        return switch (picture.bands()) {
            case 1 -> "/DeviceGray";
            case 3 -> "/DeviceRGB";
            default -> "/DeviceCMYK";
        };
    }

    /** All pages of a scanner have the same: it is written once. */
    private int profile(byte[] bytes, int bands) throws IOException {
        String key = Validators.of(Integer.toString(bands), HexFormat.of().formatHex(bytes));
        Integer known = profiles.get(key);
        if (known != null) {
            return known;
        }
        int number = objects.reserve();
        objects.put(number, "/N " + bands, BookPicture.Data.of(bytes));
        profiles.put(key, number);
        return number;
    }

    /**
     * Writes what stands behind the pages, of which there is one at least.
     *
     * @throws IOException when the file cannot be written to
     */
    public void end(About about) throws IOException {
        if (pages.isEmpty() || about.labels().size() != pages.size()) {
            throw new IllegalStateException(pages.size() + " pages with " + about.labels().size() + " labels");
        }
        tree();
        int info = objects.reserve();
        objects.put(info, "<</Title" + PdfObjects.text(about.title())
                + about.authors().map(name -> "/Author" + PdfObjects.text(name)).orElse("") + "/Producer(Lectern)>>");
        int outlines = about.bookmarks().isEmpty() ? 0 : new PdfBookmarks(objects, pages).write(about.bookmarks());
        objects.put(catalog, "<</Type/Catalog/Pages " + tree + " 0 R/PageLabels<</Nums[" + PdfLabels.entries(about.labels())
                + "]>>" + about.language().map(tag -> "/Lang" + PdfObjects.text(tag)).orElse("")
                + "/ViewerPreferences<</DisplayDocTitle true" + (about.rightToLeft() ? "/Direction/R2L" : "") + ">>"
                + (outlines > 0 ? "/Outlines " + outlines + " 0 R/PageMode/UseOutlines" : "") + ">>");
        objects.end(catalog, info, about.id());
    }

    private void tree() throws IOException {
        for (int i = 0; i < branches.size(); i++) {
            List<Integer> kids = pages.subList(i * BRANCH, Math.min(pages.size(), (i + 1) * BRANCH));
            objects.put(branches.get(i), "<</Type/Pages/Parent " + tree + " 0 R" + kids(kids, kids.size()) + ">>");
        }
        objects.put(tree, "<</Type/Pages" + kids(branches, pages.size()) + ">>");
    }

    private static String kids(List<Integer> numbers, int count) {
        StringBuilder kids = new StringBuilder("/Kids[");
        numbers.forEach(number -> kids.append(number).append(" 0 R "));
        return kids.append("]/Count ").append(count).toString();
    }
}
