package org.lectern.jpeg2000;

import java.util.List;
import org.lectern.blob.Blob;

/**
 * What the packet headers of one tile tell of its code-blocks. Built as far as it is asked for, then kept; thread-safe.
 * Holds no blob.
 */
final class TileIndex {

    /** Of a tile; reads nothing yet. */
    TileIndex(ImageSize size, TileHeader header, int tile) {}

    /** Its components. */
    List<TileComponent> components() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * Reads packet headers until all code-blocks are known that a window of a component needs.
     *
     * @param resolution of the component
     * @param bands for each sub-band of the resolution the part of it that is needed, in its coordinates
     */
    void require(Blob blob, int component, int resolution, List<Area> bands) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * Where the bytes of one code-block are.
     *
     * @param block its number in the tile; required before
     * @param into is overwritten
     */
    void block(int block, BlockBytes into) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** Bytes of heap it takes just now, for a cache that is bounded in bytes. */
    long weight() {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
