package org.lectern.text;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * Reads the words of pages. Lenient with what real files hold (DOCTYPEs, missing boxes, unclosed tags, fractions),
 * strict with what would do harm: no DTD is read, nothing is fetched, depth and length are bounded. Thread-safe.
 *
 * <p>All forms are read as a stream, one page in memory. A page has at most 200 000 words, a file 100 000 pages.
 */
public final class TextReaders {

    private static final long OF_MANY_PAGES = 512L << 20; // bytes
    private static final long OF_A_PAGE = 64L << 20;

    private TextReaders() {}

    /** Is handed the pages of a file as they come. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One page.
         *
         * @param place counts the pages of the file from 0
         * @return whether to go on
         */
        boolean page(int place, PageText text);
    }

    /**
     * Reads all pages of a file, in its order, until the sink has enough. A word that is divided between lines comes
     * as a {@link Word.Part#HEAD} and, next in order, its {@link Word.Part#TAIL}; only between pages may either be
     * alone.
     *
     * @param form any but {@link TextForm#PDF}
     * @param blob closed here
     * @throws IiifException.Broken when it cannot be read, or holds no page of that form; pages before the break
     *     have been handed over
     * @throws IiifException.TooLarge when it is longer than any sane file
     */
    public static void read(TextForm form, Blob blob, Sink sink) {
        try (blob) {
            long most = form == TextForm.ALTO || form == TextForm.PAGE_XML ? OF_A_PAGE : OF_MANY_PAGES;
            if (blob.length() > most) {
                throw new IiifException.TooLarge(
                        "'" + blob.name() + "' is longer than " + most + " bytes, the most that is read of its form.");
            }
            read(form, blob, new Pages(blob.name(), sink));
        }
    }

    private static void read(TextForm form, Blob blob, Pages pages) {
        switch (form) {
            case DJVU_XML -> new DjvuXml(Markup.xml(blob), pages).read();
            case HOCR -> new Hocr(Markup.html(blob), pages).read();
            case ALTO -> new Alto(Markup.xml(blob), pages).read();
            case PAGE_XML -> new PageXml(Markup.xml(blob), pages).read();
            case PDF -> throw new IllegalArgumentException("PDFs are read in the room of PDFs");
        }
    }
}
