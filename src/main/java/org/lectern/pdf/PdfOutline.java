package org.lectern.pdf;

import java.util.List;
import java.util.Map;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * What a PDF tells about itself without rendering a page.
 *
 * @param labels one for each page, in order: the PDF's page labels, or the page's place from 1
 * @param information title, author and the like from the information dictionary, by its key
 *     ({@code Title}, {@code Author}, {@code Subject}, {@code Keywords} …)
 * @param rightToLeft whether its viewer preferences ask for right-to-left reading
 */
public record PdfOutline(List<String> labels, Map<String, String> information, boolean rightToLeft) {

    /** Keeps its own copies. */
    public PdfOutline {
        labels = List.copyOf(labels);
        information = Map.copyOf(information);
    }

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when the file cannot be read as a PDF
     * @throws IiifException.Unsupported when it is encrypted and needs a password
     * @throws IiifException.TooLarge when it has more pages than any sane file
     */
    public static PdfOutline read(Blob blob) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
