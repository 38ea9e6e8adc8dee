package org.lectern.jpeg2000;

import org.lectern.blob.Blob;

/**
 * The main header of a codestream: sizes, the coding of a tile that says nothing else, and where tiles lie when TLM
 * tells. Immutable, thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.2 and A.4 to A.9</a>
 */
final class MainHeader {

    private MainHeader() {}

    /**
     * Reads it.
     *
     * @param at position of SOC in the file
     * @param end position behind the codestream, inside the file
     */
    static MainHeader read(Blob blob, long at, long end) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    ImageSize size() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The coding of a tile whose header says nothing of it. */
    TileCoding coding() {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
