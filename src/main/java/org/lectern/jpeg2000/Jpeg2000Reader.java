package org.lectern.jpeg2000;

import org.lectern.blob.Blob;
import org.lectern.core.Rect;

/**
 * Reads JPEG 2000 pictures at random. Keeps what it learned of files, and code-blocks it decoded, for the next
 * reading; both by the validator of the blob, both bounded in bytes. Thread-safe.
 */
public final class Jpeg2000Reader {

    /**
     * With nothing kept yet.
     *
     * @param indexBytes heap for what headers and packet headers told
     * @param blockBytes heap for decoded code-blocks
     */
    public Jpeg2000Reader(long indexBytes, long blockBytes) {}

    /** The headers of a file; read at most once while they are kept. Leaves the blob open. */
    public Jp2File file(Blob blob) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * Decodes a region, and of the file only what that needs.
     *
     * @param halvings 0 for the full picture; at most {@link Jp2File#halvings()}
     * @param region in pixels of the picture after the halvings, inside it
     * @param pieces gets the samples
     * @throws org.lectern.core.IiifException.Broken when the file cannot be read
     */
    public void read(Blob blob, int halvings, Rect region, Pieces pieces) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * The peak of heap bytes that {@link #read} takes beside what it keeps: the same for any region of at least a piece.
     *
     * @param components how many the picture has
     */
    public static long cost(Rect region, int components) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
