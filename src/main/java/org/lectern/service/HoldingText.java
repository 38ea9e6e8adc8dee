package org.lectern.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pdf.PdfWords;
import org.lectern.search.BookText;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.TextPlace;
import org.lectern.text.PageText;
import org.lectern.text.TextForm;
import org.lectern.text.TextReaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words of items, where they stand on the canvases. Thread-safe. */
final class HoldingText {

    private static final Logger LOG = LoggerFactory.getLogger(HoldingText.class);
    private static final String FORMAT = "text1."; // another number when other words or boxes come of the same files

    private final PageSizes sizes;
    private final int pdfDpi;

    /**
     * With what knows the canvases.
     *
     * @param pdfDpi pixels an inch that pages of PDFs are drawn at
     */
    HoldingText(PageSizes sizes, int pdfDpi) {
        this.sizes = Objects.requireNonNull(sizes);
        this.pdfDpi = pdfDpi;
    }

    /** Changes when the words of an item do. */
    String validator(Item item) {
        return FORMAT + pdfDpi + "." + item.validator();
    }

    /** All of an item, as an index wants it. What cannot be read is left out. */
    BookText book(Holding holding) {
        Item item = holding.item().orElseThrow();
        int pages = (int) item.pages().stream().filter(page -> page.text().isPresent()).count();
        return BookText.of(validator(item), pages, sink -> read(holding, sink));
    }

    private void read(Holding holding, BookText.Sink sink) {
        Item item = holding.item().orElseThrow();
        Extents extents = sizes.all(holding);
        byFile(item).forEach((file, pages) -> {
            try {
                pages(holding, pages, (page, text) -> sink.page(page.index(), onCanvas(text, page, extents)));
            } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
                LOG.warn("{} is searched without some of its words: {}", item.id(), e.getMessage());
            }
        });
    }

    /** The pages of each file of words; of files and pages the order of the item is kept. */
    private static Map<String, List<Page>> byFile(Item item) {
        Map<String, List<Page>> files = new LinkedHashMap<>();
        for (Page page : item.pages()) {
            page.text().ifPresent(text ->
                    files.computeIfAbsent(text.form() + " " + text.file(), any -> new ArrayList<>()).add(page));
        }
        return files;
    }

    /** Is handed the text of a page, measured in its own space. */
    interface Sink {
        void page(Page page, PageText text);
    }

    /**
     * Reads the words of pages that stand in one file, in the order of that file.
     *
     * @throws IiifException.Broken when it cannot be read; pages before the break have been handed over
     */
    void pages(Holding holding, List<Page> pages, Sink sink) {
        TextPlace first = pages.get(0).text().orElseThrow();
        Map<Integer, Page> wanted = new LinkedHashMap<>();
        pages.forEach(page -> wanted.putIfAbsent(page.text().orElseThrow().place(), page));
        TextReaders.Sink some = (place, text) -> {
            Optional.ofNullable(wanted.remove(place)).ifPresent(page -> sink.page(page, text));
            return !wanted.isEmpty();
        };
        Blob blob = holding.source().text(holding.item().orElseThrow(), first);
        if (first.form() == TextForm.PDF) {
            PdfWords.read(blob, pdfDpi, some);
        } else {
            TextReaders.read(first.form(), blob, some);
        }
    }

    /** The words of one page and of those that follow it in the same file, each on its canvas. */
    void from(Holding holding, Page page, int most, Sink sink) {
        TextPlace text = page.text().orElseThrow();
        List<Page> some = holding.item().orElseThrow().pages().stream()
                .filter(other -> other.index() >= page.index() && other.text().isPresent()
                        && other.text().get().form() == text.form() && other.text().get().file().equals(text.file()))
                .limit(most).toList();
        Extents extents = sizes.all(holding);
        pages(holding, some, (one, words) -> sink.page(one, onCanvas(words, one, extents)));
    }

    private static PageText onCanvas(PageText text, Page page, Extents extents) {
        Dimensions canvas = extents.at(page.index()).map(Extents.Extent::size)
                .orElseGet(() -> extents.neighbour(page.index()));
        return text.scaledTo(canvas);
    }
}
