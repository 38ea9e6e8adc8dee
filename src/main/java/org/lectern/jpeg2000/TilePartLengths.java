package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * TLM: tile and length of each tile-part in the order of the codestream. It may lie. Immutable, thread-safe; ten bytes
 * of heap for each, and four for each tile. A tile's own are found without going through those of the others.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.1</a>
 */
final class TilePartLengths {

    private static final int STRIDE = 6;

    private final char[] tiles;
    private final int[] lengths; // of 32 bits, unsigned
    private final int[] older; // of each tile-part the one before it of the same tile plus one, 0 for none
    private final int[] newest; // of each tile its last one plus one, 0 for none
    private final long[] starts; // of every 64th tile-part, counted from the first
    private long total;

    private TilePartLengths(int parts, int tiles) {
        this.tiles = new char[parts];
        lengths = new int[parts];
        older = new int[parts];
        newest = new int[tiles];
        starts = new long[(parts >> STRIDE) + 1];
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
        var told = new TilePartLengths((int) parts, tiles);
        int filled = 0;
        for (byte[] segment : segments.contents()) {
            told.fill(filled, parts(segment), segment);
            filled += parts(segment);
        }
        if (!told.isSensible()) {
            return Optional.empty();
        }
        told.link();
        return Optional.of(told);
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

    private boolean isSensible() {
        for (int i = 0; i < tiles.length; i++) {
            if (tiles[i] >= newest.length || lengths[i] >= 0 && lengths[i] < StartOfTilePart.BYTES) {
                return false;
            }
        }
        return tiles.length > 0;
    }

    private void link() {
        long at = 0;
        for (int i = 0; i < tiles.length; i++) {
            if ((i & (1 << STRIDE) - 1) == 0) {
                starts[i >> STRIDE] = at;
            }
            at += Integer.toUnsignedLong(lengths[i]);
            older[i] = newest[tiles[i]];
            newest[tiles[i]] = i + 1;
        }
        total = at;
    }

    /**
     * Where the tile-parts of a tile ought to be.
     *
     * @param at position of the first SOT of the codestream
     */
    List<TilePart> of(int tile, long at) {
        List<TilePart> parts = new ArrayList<>();
        for (int part = newest[tile]; part > 0; part = older[part - 1]) {
            long start = at + start(part - 1);
            parts.add(new TilePart(tile, start + StartOfTilePart.BYTES,
                    start + Integer.toUnsignedLong(lengths[part - 1])));
        }
        Collections.reverse(parts);
        return parts;
    }

    private long start(int part) {
        long start = starts[part >> STRIDE];
        for (int i = part >> STRIDE << STRIDE; i < part; i++) {
            start += Integer.toUnsignedLong(lengths[i]);
        }
        return start;
    }

    /** Length of all tile-parts. */
    long total() {
        return total;
    }

    /** Bytes of heap. */
    long weight() {
        return (long) (Character.BYTES + 2 * Integer.BYTES) * tiles.length
                + (long) Integer.BYTES * newest.length + (long) Long.BYTES * starts.length;
    }
}
