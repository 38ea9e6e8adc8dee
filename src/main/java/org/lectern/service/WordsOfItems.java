package org.lectern.service;

import java.time.InstantSource;
import org.lectern.cache.Cache;

/** Reads the words of items, as they stand on the canvases that manifests tell of. Thread-safe. */
public final class WordsOfItems {

    private final HoldingText texts;

    /**
     * With what knows the sizes of pages.
     *
     * @param pictures who reads headers
     * @param documents keeps sizes
     * @param pdfDpi pixels an inch that pages of PDFs are drawn at
     */
    public WordsOfItems(Pictures pictures, Cache documents, int pdfDpi) {
        this.texts = new HoldingText(new PageSizes(pictures, documents, InstantSource.system()), pdfDpi);
    }

    HoldingText texts() {
        return texts;
    }
}
