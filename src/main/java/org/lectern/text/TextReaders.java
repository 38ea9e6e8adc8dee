package org.lectern.text;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * Reads the words of pages. Lenient with what real files hold (DOCTYPEs, missing boxes, unclosed tags, fractions),
 * strict with what would do harm: no DTD is read, nothing is fetched, depth and length are bounded. Thread-safe.
 */
public final class TextReaders {

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
     * Reads all pages of a file, in its order, until the sink has enough.
     *
     * @param form any but {@link TextForm#PDF}
     * @param blob closed here
     * @throws IiifException.Broken when it cannot be read; pages before the break have been handed over
     * @throws IiifException.TooLarge when it is longer than any sane file
     */
    public static void read(TextForm form, Blob blob, Sink sink) {
        throw new UnsupportedOperationException(form + " is not read yet");
    }
}
