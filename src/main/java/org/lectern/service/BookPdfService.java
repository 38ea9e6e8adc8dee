package org.lectern.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.blob.Validators;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.pdf.PdfExcerpt;
import org.lectern.pdf.PdfLimits;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;

/**
 * Items as PDF. What is a PDF already is given as it is, and pages of it as pages; all other pages are pictures, as they
 * are stored where a PDF can hold them so, else drawn. A book is written while it is made, page after page; only the
 * page in the making takes memory, for which it is let in by itself. Thread-safe.
 */
public final class BookPdfService {

    private static final String FORMAT = "application/pdf";
    private static final String MADE_BY = "book1"; // another when other bytes are made of the same pages
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int HEAD = 1024; // bytes within which a PDF tells that it is one

    private final Finder finder;
    private final Links links;
    private final Pictures pictures;
    private final Limits limits;
    private final Semaphore presses;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param pictures who makes pictures
     * @param links how URLs are written
     * @param limits how large a picture may be: a page that is larger is not given as it is stored
     * @param atOnce how many books are made at a time
     */
    public BookPdfService(Library library, Pictures pictures, Links links, Limits limits, int atOnce) {
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.pictures = Objects.requireNonNull(pictures);
        this.limits = Objects.requireNonNull(limits);
        this.presses = new Semaphore(atOnce);
    }

    /**
     * The answer for {@code /iiif/pdf/{id}}.
     *
     * @param asked an item, or a page of one
     * @param pages places in reading order, {@code 1-5,8}, counted from 1; all when absent
     * @throws IiifException.Malformed when these are none, or too many
     * @throws IiifException.Missing when there is no such item, or it has no pages
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer pdf(Asked asked, Optional<String> pages, Caller caller) {
        Holding holding = finder.any(asked, caller);
        if (holding.item().isEmpty()) {
            throw new IiifException.Missing("'" + asked.id() + "' has no PDF; " + instead(holding.resource(), caller));
        }
        Item item = holding.item().orElseThrow();
        List<Page> all = holding.page().map(List::of).orElse(item.pages());
        if (all.isEmpty()) {
            throw new IiifException.Missing("'" + item.id() + "' has no pages that a PDF could show.");
        }
        Picture first = holding.picture(all.get(0));
        boolean pdf = isPdf(first.blob());
        if (pdf && pages.isEmpty() && isWholeFile(holding, first)) {
            return file(item, first.blob());
        }
        PageSelection selection = pages.map(text -> PageSelection.parse(text, all.size()))
                .orElseGet(() -> PageSelection.all(all.size()));
        List<Page> chosen = selection.places().stream().map(all::get).toList();
        return pdf && isOneFile(holding, chosen, first)
                ? excerpt(holding, selection, chosen)
                : book(holding, selection, chosen);
    }

    private String instead(Resource resource, Caller caller) {
        if (resource instanceof Resource.File file) {
            return "it is a file in an item, whose PDF is " + links.pdf(caller.base(), file.item()) + ".";
        }
        return "it is a collection: see " + links.collection(caller.base(), ((Resource.Shelf) resource).folder().id()).v3()
                + ".";
    }

    private static boolean isPdf(Blob blob) {
        try (blob) {
            return new String(blob.head(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    /** Whether the item's pages are those of the file, from its first to its last. */
    private static boolean isWholeFile(Holding holding, Picture first) {
        List<Page> pages = holding.item().orElseThrow().pages();
        Picture last = holding.picture(pages.get(pages.size() - 1));
        return holding.page().isEmpty()
                && first.page() == 0
                && last.page() == pages.size() - 1
                && last.blob().validator().equals(first.blob().validator());
    }

    private static boolean isOneFile(Holding holding, List<Page> pages, Picture first) {
        String validator = first.blob().validator();
        return pages.stream().allMatch(page -> holding.picture(page).blob().validator().equals(validator));
    }

    private static Answer file(Item item, Blob blob) {
        return new Answer.File(FORMAT, fileName(item, ""),
                new Answer.Validity(Validators.of(blob.validator(), FORMAT), Optional.of(blob.modified())), List.of(), blob);
    }

    private Answer excerpt(Holding holding, PageSelection selection, List<Page> pages) {
        Item item = holding.item().orElseThrow();
        Blob blob = holding.picture(pages.get(0)).blob();
        List<Integer> places = pages.stream().map(page -> holding.picture(page).page()).toList();
        List<String> labels = pages.stream().map(Page::label).toList();
        String etag = Validators.of(MADE_BY, blob.validator(), places.toString(), labels.toString());
        return streamed(item, selection, etag, out -> {
            try (blob) {
                PdfExcerpt.write(blob, places, labels, PdfLimits.STANDARD, out);
            }
        });
    }

    private Answer book(Holding holding, PageSelection selection, List<Page> pages) {
        Item item = holding.item().orElseThrow();
        String etag = Validators.of(MADE_BY, item.validator(), pages.stream().map(Page::index).toList().toString(),
                pictures.fingerprint(Format.JPG), limits.toString());
        return streamed(item, selection, etag, out -> new BookPress(pictures, limits, holding).print(pages, etag, out));
    }

    private Answer streamed(Item item, PageSelection selection, String etag, Answer.Writing body) {
        return new Answer.Streamed(FORMAT, Optional.of(fileName(item, selection.text())),
                new Answer.Validity(etag, Optional.of(item.modified())), List.of(), Map.of(), out -> {
                    if (!presses.tryAcquire()) {
                        throw new IiifException.Busy("Other books are being made into PDF; try again in a moment.", RETRY);
                    }
                    try {
                        body.to(out);
                    } finally {
                        presses.release();
                    }
                });
    }

    /** The last of its names, and which pages. */
    private static String fileName(Item item, String pages) {
        List<String> segments = item.id().segments();
        String name = segments.get(segments.size() - 1).replaceFirst("(?i)\\.pdf$", "");
        return name + (pages.isEmpty() ? "" : "_" + pages.substring(0, Math.min(60, pages.length()))) + ".pdf";
    }
}
