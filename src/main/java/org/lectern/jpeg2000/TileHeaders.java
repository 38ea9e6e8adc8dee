package org.lectern.jpeg2000;

import org.lectern.blob.Blob;

/**
 * Finds the tile-parts of a codestream and opens tiles: by TLM where it is told and true, else by going from SOT to
 * SOT, no further than the tile needs. Grows while it is used; thread-safe. Holds no blob.
 */
final class TileHeaders {

    TileHeaders(MainHeader header) {}

    /**
     * Opens one tile: reads the headers of its tile-parts.
     *
     * @param tile its number
     * @return its header; without bodies when the file has no part of it (cut short)
     */
    TileHeader open(Blob blob, int tile) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
