package org.lectern.blob;

import java.util.Objects;

/**
 * One image: a page of a file.
 *
 * @param blob the file
 * @param page 0, or the index of a page of a PDF or a multi-page TIFF
 */
public record Picture(Blob blob, int page) {

    /** Checks the page. */
    public Picture {
        Objects.requireNonNull(blob);
        if (page < 0) {
            throw new IllegalArgumentException("page " + page);
        }
    }

    /** Changes when the picture changes: the blob's validator and the page. */
    public String validator() {
        return page == 0 ? blob.validator() : blob.validator() + "." + page;
    }
}
