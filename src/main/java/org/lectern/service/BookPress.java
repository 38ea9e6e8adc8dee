package org.lectern.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.codec.PdfEmbedding;
import org.lectern.codec.Pyramid;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.ImageRequest;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.pdf.BookPdf;
import org.lectern.pdf.BookPicture;
import org.lectern.presentation.Markup;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Section;
import org.lectern.source.ViewingDirection;

/** Makes one PDF of pages of one item. For one thread. */
final class BookPress {

    private static final int LONGEST = 3000; // pixels of a page that has to be drawn
    private static final double USUAL_DPI = 300;
    private static final double UNKNOWN_DPI = 72; // what programs write who do not know
    private static final int PATIENCE = 10; // times that a page of a book begun waits for its turn

    private final Pictures pictures;
    private final Limits limits;
    private final Holding holding;
    private final Item item;
    private final List<IiifException> failures = new ArrayList<>();

    BookPress(Pictures pictures, Limits limits, Holding holding) {
        this.pictures = pictures;
        this.limits = limits;
        this.holding = holding;
        this.item = holding.item().orElseThrow();
    }

    /**
     * Writes the PDF. A page that cannot be read tells so in its place.
     *
     * @param id changes with the contents
     * @throws IOException when {@code out} fails
     * @throws IiifException when no page can be read: what the first one said; and when bytes of a page that are being
     *     copied cannot be read
     */
    void print(List<Page> pages, String id, OutputStream out) throws IOException {
        BookPdf book = new BookPdf(out);
        BookTexts texts = new BookTexts(holding, pages);
        for (Page page : pages) {
            print(page, book, texts);
        }
        if (failures.size() == pages.size()) {
            throw failures.get(0);
        }
        book.end(about(pages, id));
    }

    private void print(Page page, BookPdf book, BookTexts texts) throws IOException {
        Optional<Picture> found = readable(() -> holding.picture(page));
        if (found.isEmpty()) {
            note(page, book);
            return;
        }
        try (Blob blob = found.get().blob()) {
            Picture picture = new Picture(blob, found.get().page());
            Optional<Sheet> sheet = readable(() -> sheet(page, picture, book.pages() > 0));
            if (sheet.isPresent()) {
                book.page(sheet.get().dpi(), sheet.get().across(), sheet.get().picture(), texts.of(page));
            } else {
                note(page, book);
            }
        }
    }

    private void note(Page page, BookPdf book) throws IOException {
        book.note("Page " + page.label() + " cannot be shown: " + failures.get(failures.size() - 1).getMessage());
    }

    /** Remembers why there is none. */
    private <T> Optional<T> readable(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
            failures.add(e);
            return Optional.empty();
        }
    }

    /** What a page is to be, found out before a byte of it is written. */
    private record Sheet(double dpi, int across, BookPicture picture) {}

    private Sheet sheet(Page page, Picture picture, boolean begun) {
        Pyramid pyramid = pictures.pyramid(picture);
        Optional<BookPicture> stored = limits.allow(pyramid.size()) ? PdfEmbedding.of(picture) : Optional.empty();
        BookPicture shown = stored.orElseGet(() -> drawn(picture, pyramid, begun));
        return new Sheet(dpi(page, pyramid), pyramid.size().width(), shown);
    }

    private static double dpi(Page page, Pyramid pyramid) {
        if (page.dpi().isPresent()) {
            return page.dpi().get();
        }
        double told = pyramid.dpi().orElse(UNKNOWN_DPI);
        return told == UNKNOWN_DPI ? USUAL_DPI : told;
    }

    private BookPicture drawn(Picture picture, Pyramid pyramid, boolean begun) {
        Dimensions most = limits.largest(pyramid.size());
        String size = Math.max(most.width(), most.height()) > LONGEST ? "!" + LONGEST + "," + LONGEST : "max";
        Plan plan = ImageRequest.parse(List.of("full", size, "0", "default.jpg"), ApiVersion.V3)
                .plan(pyramid.size(), nature(pyramid), limits);
        return PdfEmbedding.ofJpeg(made(picture, plan, begun ? PATIENCE : 1)).orElseThrow();
    }

    /** Half a book is of no use to anyone: once it is begun, it waits longer. */
    private byte[] made(Picture picture, Plan plan, int times) {
        try {
            return pictures.image(picture, plan);
        } catch (IiifException.Busy e) {
            if (times <= 1) {
                throw e;
            }
            return made(picture, plan, times - 1);
        }
    }

    /** A scaled picture of one bit has greys at its edges. */
    private static Quality nature(Pyramid pyramid) {
        return pyramid.nature() == Quality.BITONAL ? Quality.GRAY : pyramid.nature();
    }

    private BookPdf.About about(List<Page> pages, String id) {
        return new BookPdf.About(
                Markup.plain(item.label()),
                authors(),
                item.apparatus().languages().stream().findFirst(),
                item.viewingDirection() == ViewingDirection.RIGHT_TO_LEFT,
                pages.stream().map(Page::label).toList(),
                bookmarks(pages),
                id);
    }

    private Optional<String> authors() {
        String authors = item.metadata().stream()
                .filter(entry -> entry.label().equalsIgnoreCase("creator") || entry.label().equalsIgnoreCase("author"))
                .flatMap(entry -> entry.values().stream())
                .map(Markup::plain)
                .collect(Collectors.joining("; "));
        return Optional.of(authors).filter(names -> !names.isBlank());
    }

    private List<BookPdf.Bookmark> bookmarks(List<Page> pages) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < pages.size(); place++) {
            places.putIfAbsent(pages.get(place).index(), place);
        }
        return item.apparatus().sections().stream().flatMap(section -> bookmark(section, places).stream()).toList();
    }

    /** None for a section of which no page is here. */
    private static Optional<BookPdf.Bookmark> bookmark(Section section, Map<Integer, Integer> places) {
        List<BookPdf.Bookmark> parts =
                section.parts().stream().flatMap(part -> bookmark(part, places).stream()).toList();
        OptionalInt own = section.pages().stream().filter(places::containsKey).mapToInt(places::get).findFirst();
        if (own.isEmpty() && parts.isEmpty()) {
            return Optional.empty();
        }
        int page = own.orElseGet(() -> parts.get(0).page());
        return Optional.of(new BookPdf.Bookmark(Markup.plain(section.label()), page, parts));
    }
}
