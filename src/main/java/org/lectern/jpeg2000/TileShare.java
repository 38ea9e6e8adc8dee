package org.lectern.jpeg2000;

/**
 * What a tile is of its file. Work that few bytes can ask for is bounded by it: a tile has a share of what is free for
 * the picture, and more for each byte. So a picture of 65 535 tiles asks for no more than one of a single tile.
 *
 * @param bytes of its packets in the file
 * @param tiles of the picture
 */
record TileShare(long bytes, int tiles) {

    /**
     * The most that it may ask for.
     *
     * @param free for all tiles together
     * @param least for each tile
     * @param perByte more for each byte
     */
    long most(long free, long least, int perByte) {
        return free / tiles + least + perByte * bytes;
    }
}
