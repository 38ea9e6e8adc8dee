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
        long parts = segments.contents().stream().mapToLong(TilePartLengths::parts).sum();
        if (parts < 1 || parts > Math.min(most, Integer.MAX_VALUE)) {
            return Optional.empty();
        }
        var told = new TilePartLengths(new char[(int) parts], new int[(int) parts]);
        int filled = 0;
        for (byte[] segment : segments.contents()) {
            told.fill(filled, parts(segment), segment);
            filled += parts(segment);
        }
        return told.isSensible(tiles) ? Optional.of(told) : Optional.empty();
    }

    private static int parts(byte[] segment) {
        return segment.length == 0 || tileBytes(segment) == 3
                ? 0
                : (segment.length - 1) / (tileBytes(segment) + lengthBytes(segment));
    }

    private static int tileBytes(byte[] segment) {
        return segment[0] >> 4 & 3;
    }

    private static int lengthBytes(byte[] segment) {
        return (segment[0] & 0x40) == 0 ? 2 : 4;
    }

    private void fill(int from, int count, byte[] segment) {
        if (count == 0) {
            return;
        }
        var in = new Content("TLM", segment);
        in.u8(); // the widths of the fields
        for (int i = from; i < from + count; i++) {
            tiles[i] = switch (tileBytes(segment)) {
                case 0 -> (char) Math.min(i, Character.MAX_VALUE); // each tile has one tile-part, in order
                case 1 -> (char) in.u8();
                default -> (char) in.u16();
            };
            lengths[i] = lengthBytes(segment) == 2 ? in.u16() : (int) in.u32();
        }
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
