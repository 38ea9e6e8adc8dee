package org.lectern.pdf;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.text.TextReaders;

/** The text layer of a PDF. */
public final class PdfWords {

    private PdfWords() {}

    /**
     * Reads the words of all pages, as they stand on the upright page as it is drawn. The space of a page is its
     * size in pixels as {@link PdfPages} tells it at the same resolution.
     *
     * @param blob closed here
     * @param dpi pixels an inch that pages are drawn at
     * @throws IiifException.Broken when the file cannot be read as a PDF
     */
    public static void read(Blob blob, int dpi, TextReaders.Sink sink) {
        throw new UnsupportedOperationException("the text of PDFs is not read yet");
    }
}
