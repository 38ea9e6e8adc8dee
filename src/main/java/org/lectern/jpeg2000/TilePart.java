package org.lectern.jpeg2000;

/**
 * Where one tile-part lies. Positions are of the file, not of the codestream.
 *
 * @param tile its tile
 * @param headerAt position behind its SOT segment, where its header goes on
 * @param end position behind its last byte; inside the file
 */
record TilePart(int tile, long headerAt, long end) {}
