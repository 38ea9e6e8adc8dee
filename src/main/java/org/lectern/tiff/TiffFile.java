package org.lectern.tiff;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * The directories of a TIFF or BigTIFF file, sorted into pages: a page is a full-resolution image
 * with the reduced ones (pyramid levels) that belong to it; thumbnails and masks are no pages.
 */
public final class TiffFile {

    /** Whether these first bytes are a TIFF's or BigTIFF's. */
    public static boolean recognises(byte[] head) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * Reads the directories; no pixels.
     *
     * @throws IiifException.Broken when the structure cannot be read (loops, offsets outside the file)
     * @throws IiifException.TooLarge when it holds more directories than any sane file
     */
    public static TiffFile read(Blob blob) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** How many pages. */
    public int pageCount() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    private TiffFile() {}
}
