package org.lectern.pdf;

import java.io.IOException;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.text.PageText;
import org.lectern.text.TextReaders;

/** The text layer of a PDF. */
public final class PdfWords {

    private PdfWords() {}

    /**
     * Reads the words of all pages, as they stand on the upright page as it is drawn, those that are drawn invisibly
     * over a scan too. The space of a page is its size in pixels as {@link PdfPages} tells it at the same resolution.
     * A page that cannot be read is passed over; when the others have been handed over, the first such failure is
     * thrown. Cost: reads through the operators of every page and inflates its fonts; decodes no picture.
     *
     * @param blob closed here
     * @param dpi pixels an inch that pages are drawn at
     * @throws IiifException.Broken when the file, or a page of it, cannot be read as a PDF
     * @throws IiifException.Unsupported when it needs a password
     * @throws IiifException.TooLarge when what hangs on a page, or the time that reading takes, exceeds a limit
     */
    public static void read(Blob blob, int dpi, TextReaders.Sink sink) {
        PdfLimits most = PdfLimits.STANDARD;
        var limits = new PdfLimits(dpi, most.side(), most.area(), most.pages(), most.streamBytes(), most.drawing());
        try (blob) {
            new Reading(limits, sink).read(blob);
        }
    }

    /** Of one file. */
    private static final class Reading {
        private static final int PAGES_OF_FULL_TIME = 20;

        private final PdfLimits limits;
        private final TextReaders.Sink sink;
        private final long deadline;
        private RuntimeException ofSink;

        Reading(PdfLimits limits, TextReaders.Sink sink) {
            this.limits = limits;
            this.sink = sink;
            this.deadline = System.nanoTime() + PAGES_OF_FULL_TIME * limits.drawing().toNanos();
        }

        /** What the sink throws is no failure of the PDF's, and comes out as itself. */
        void read(Blob blob) {
            try {
                PdfFile.read(blob, limits, this::pages);
            } finally {
                if (ofSink != null) {
                    throw ofSink;
                }
            }
        }

        private Void pages(PdfFile file) throws IOException {
            Exception first = null;
            boolean goOn = true;
            for (int page = 0; goOn && page < file.pages(); page++) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IiifException.TooLarge("Reading the text of the PDF takes too long.");
                }
                try {
                    PageText text = text(file, page);
                    goOn = hand(page, text);
                } catch (IOException | RuntimeException e) {
                    first = first == null ? e : first;
                    goOn = ofSink == null;
                }
            }
            if (first != null) {
                rethrow(first);
            }
            return null;
        }

        private PageText text(PdfFile file, int page) throws IOException {
            PageGuard.check(file.page(page), limits);
            PageSize size = PageSize.of(file.page(page), limits);
            return new PageGlyphs(file.page(page), size, limits).text();
        }

        private boolean hand(int page, PageText text) {
            try {
                return sink.page(page, text);
            } catch (RuntimeException e) {
                ofSink = e;
                throw e;
            }
        }

        private static void rethrow(Exception failure) throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failure;
        }
    }
}
