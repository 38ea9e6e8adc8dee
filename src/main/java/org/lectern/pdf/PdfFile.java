package org.lectern.pdf;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** An opened PDF, and the one place where PDFBox's failures become ours. For one thread. */
final class PdfFile {

    private static final long CACHE_IN_MEMORY = 8L << 20;
    private static final long CACHE_IN_ALL = 512L << 20;
    private static final int CAUSES = 20;

    /** Something to do with an opened file. */
    @FunctionalInterface
    interface Reading<T> {
        T read(PdfFile file) throws IOException;
    }

    private final PDDocument document;
    private final PdfLimits limits;
    private final String name;

    private PdfFile(PDDocument document, PdfLimits limits, String name) {
        this.document = document;
        this.limits = limits;
        this.name = name;
    }

    /** Opens, reads and closes. Whatever PDFBox throws, but for want of memory, comes out as ours. */
    static <T> T read(Blob blob, PdfLimits limits, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(new BlobRead(blob), "", null, null,
                MemoryUsageSetting.setupMixed(CACHE_IN_MEMORY, CACHE_IN_ALL).streamCache)) {
            return reading.read(new PdfFile(document, limits, blob.name()));
        } catch (InvalidPasswordException e) {
            throw new IiifException.Unsupported("'" + blob.name()
                    + "' needs a password; only PDFs that open without one are served.");
        } catch (NoClassDefFoundError e) {
            throw withoutCertificates(blob, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw ours(blob, e);
        }
    }

    /** PDFBox opens files encrypted for the holder of a certificate by a library that is left out. */
    private static IiifException withoutCertificates(Blob blob, NoClassDefFoundError e) {
        if (!String.valueOf(e.getMessage()).contains("bouncycastle")) {
            throw e;
        }
        return new IiifException.Unsupported("'" + blob.name()
                + "' is encrypted with a certificate; only PDFs that open without one are served.");
    }

    /** A failure of ours that PDFBox has wrapped comes out as itself. */
    private static IiifException ours(Blob blob, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof IiifException ours) {
                return ours;
            }
        }
        return new IiifException.Broken("'" + blob.name() + "' cannot be read as a PDF.", thrown);
    }

    PDDocument document() {
        return document;
    }

    PdfLimits limits() {
        return limits;
    }

    /** How many pages it claims, within the limit. */
    int pages() {
        int pages = document.getNumberOfPages();
        if (pages < 1) {
            throw new IiifException.Broken("'" + name + "' has no page.");
        }
        if (pages > limits.pages()) {
            throw new IiifException.TooLarge("'" + name + "' claims " + pages + " pages; at most "
                    + limits.pages() + " are read.");
        }
        return pages;
    }

    PDPage page(int index) {
        if (index >= pages()) {
            throw new IiifException.Missing("'" + name + "' has no page " + index
                    + "; its pages are 0 to " + (pages() - 1) + ".");
        }
        return document.getPage(index);
    }
}
