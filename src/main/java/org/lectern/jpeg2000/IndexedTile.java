package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile that was opened, under a number of its own: the code-blocks kept of it are known by that. Thread-safe.
 *
 * @param number never given twice while the server runs
 * @param header of the tile
 * @param index of its packets
 */
record IndexedTile(long number, TileHeader header, TileIndex index) {

    private static final int BLOCK_BITS = 26; // a tile has no more code-blocks than that counts

    /** What a code-block is kept under. */
    Long key(int block) {
        return number << BLOCK_BITS | block;
    }

    TileComponent component(int c) {
        return index.components().get(c);
    }

    /** The areas of a component's resolutions, from the lowest. */
    List<Area> areas(int c) {
        List<Area> areas = new ArrayList<>();
        for (Resolution resolution : component(c).resolutions()) {
            areas.add(resolution.area());
        }
        return areas;
    }
}
