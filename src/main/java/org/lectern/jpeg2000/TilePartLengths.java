package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * TLM: tile and length of each tile-part in the order of the codestream. It may lie. Immutable, thread-safe; six bytes
 * of heap for each.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.1</a>
 */
final class TilePartLengths {

    private final char[] tiles;
    private final int[] lengths; // of 32 bits, unsigned

    private TilePartLengths(char[] tiles, int[] lengths) {
        this.tiles = tiles;
        this.lengths = lengths;
    }

    /**
     * Reads the segments.
     *
     * @param most tile-parts that the file can have
     * @return nothing when they tell nothing that can be
     */
    static Optional<TilePartLengths> read(SegmentSeries segments, int tiles, long most) {
        var told = new TilePartLengths(new char[0], new int[0]);
        for (byte[] segment : segments.contents()) {
            if (segment.length == 0) {
                continue;
            }
            int tileBytes = segment[0] >> 4 & 3;
            int lengthBytes = (segment[0] & 0x40) == 0 ? 2 : 4;
            int more = (segment.length - 1) / (tileBytes + lengthBytes);
            if (tileBytes == 3 || told.tiles.length + (long) more > most) {
                return Optional.empty();
            }
            told = told.with(new Content("TLM", segment), more, tileBytes, lengthBytes);
        }
        return told.isSensible(tiles) ? Optional.of(told) : Optional.empty();
    }

    private TilePartLengths with(Content in, int more, int tileBytes, int lengthBytes) {
        int parts = tiles.length;
        var all = new TilePartLengths(Arrays.copyOf(tiles, parts + more), Arrays.copyOf(lengths, parts + more));
        in.u8(); // the widths
        for (int i = parts; i < parts + more; i++) {
            all.tiles[i] = (char) (tileBytes == 0 ? Math.min(i, Character.MAX_VALUE) : tileBytes == 1 ? in.u8() : in.u16());
            all.lengths[i] = lengthBytes == 2 ? in.u16() : (int) in.u32();
        }
        return all;
    }

    private boolean isSensible(int tilesThereAre) {
        for (int i = 0; i < tiles.length; i++) {
            if (tiles[i] >= tilesThereAre || lengths[i] >= 0 && lengths[i] < StartOfTilePart.BYTES) {
                return false;
            }
        }
        return tiles.length > 0;
    }

    /**
     * Where the tile-parts of a tile ought to be.
     *
     * @param at position of the first SOT of the codestream
     */
    List<TilePart> of(int tile, long at) {
        List<TilePart> parts = new ArrayList<>();
        long start = at;
        for (int i = 0; i < tiles.length; i++) {
            long end = start + Integer.toUnsignedLong(lengths[i]);
            if (tiles[i] == tile) {
                parts.add(new TilePart(tile, start + StartOfTilePart.BYTES, end));
            }
            start = end;
        }
        return parts;
    }

    /** Length of all tile-parts. */
    long total() {
        return Arrays.stream(lengths).mapToLong(Integer::toUnsignedLong).sum();
    }

    /** Bytes of heap. */
    long weight() {
        return (long) (Character.BYTES + Integer.BYTES) * tiles.length;
    }
}
