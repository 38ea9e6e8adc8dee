package org.lectern.jpeg2000;

import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.cache.WeighedCache;

/**
 * Gets the code-blocks under a window of a sub-band: those that are kept, and the others read together and decoded.
 * For one thread.
 */
final class BlockReader {

    private static final int BYTES_AT_ONCE = 8 << 20;
    private static final int BYTES_A_SAMPLE = 32; // more than 30 bit-planes of it can take; what is beyond says nothing
    private static final int BYTES_A_BLOCK = 64;
    private static final int BYTES_A_PIECE = 1024; // read for it beside its own, where pieces lie far apart

    private final WeighedCache<Long, Coefficients> kept;
    private final BlockDecoder decoder = new BlockDecoder();
    private final PieceBytes bytes = new PieceBytes();
    private final CodedSegments segments = new CodedSegments();
    private final BlockBytes pieces = new BlockBytes();
    private long planned; // bytes to be read

    BlockReader(WeighedCache<Long, Coefficients> kept) {
        this.kept = kept;
    }

    /**
     * Gets code-blocks.
     *
     * @param tile whose index knows of them already
     * @param component of the tile
     * @param cells the first and last column and row of the sub-band's grid of code-blocks, both included
     * @param into row by row, overwritten
     */
    void read(Blob blob, IndexedTile tile, int component, Subband band, Cells cells, Coefficients[] into) {
        int first = 0;
        int missing = 0;
        begin();
        for (int i = 0; i < cells.count(); i++) {
            int block = cells.block(band, i);
            Optional<Coefficients> found = kept.find(tile.key(block));
            into[i] = found.orElse(null);
            if (found.isEmpty() && plan(tile.index(), block, cells.area(band, i))) {
                missing++;
            } else if (found.isEmpty()) {
                into[i] = Coefficients.NONE;
            }
            if (planned > BYTES_AT_ONCE) {
                decode(blob, tile, component, band, cells, first, i + 1, into);
                first = i + 1;
                missing = 0;
                begin();
            }
        }
        if (missing > 0) {
            decode(blob, tile, component, band, cells, first, cells.count(), into);
        }
    }

    /** Bytes of heap that its buffers take just now. */
    long weight() {
        return bytes.weight() + segments.weight() + pieces.weight();
    }

    private void begin() {
        bytes.clear();
        planned = 0;
    }

    /** Notes the pieces of a block; their numbers follow each other. False when it has none. */
    private boolean plan(TileIndex index, int block, Area area) {
        index.block(block, pieces);
        long room = room(area);
        for (int i = 0; i < pieces.pieces; i++) {
            int size = (int) Math.min(pieces.length[i], room);
            bytes.add(pieces.at[i], size);
            room -= size;
            planned += size + BYTES_A_PIECE;
        }
        return pieces.pieces > 0;
    }

    private static long room(Area area) {
        return area.size() * BYTES_A_SAMPLE + BYTES_A_BLOCK;
    }

    private void decode(Blob blob, IndexedTile tile, int component, Subband band, Cells cells, int from, int to,
            Coefficients[] into) {
        bytes.load(blob);
        int piece = 0;
        for (int i = from; i < to; i++) {
            if (into[i] == null) {
                int block = cells.block(band, i);
                tile.index().block(block, pieces);
                into[i] = decode(tile, component, band, cells.area(band, i), piece);
                piece += pieces.pieces;
                kept.put(tile.key(block), into[i]);
            }
        }
    }

    private Coefficients decode(IndexedTile tile, int component, Subband band, Area area, int firstPiece) {
        int planes = band.bitPlanes() - pieces.zeroPlanes;
        if (planes <= 0) {
            return Coefficients.NONE;
        }
        if (planes > BlockDecoder.MOST_PLANES) {
            throw Faults.unsupported("JPEG 2000 with " + planes + " bit-planes in a code-block is not read; up to "
                    + BlockDecoder.MOST_PLANES + " are");
        }
        ComponentCoding coding = tile.component(component).coding();
        segments.clear();
        for (int i = 0; i < pieces.pieces; i++) {
            int size = bytes.length(firstPiece + i);
            int at = segments.add(size, pieces.passes[i], coding);
            bytes.copy(firstPiece + i, segments.bytes, at);
        }
        segments.seal();
        int[] decoded = decoder.decode(area.width(), area.height(), band, coding, pieces.zeroPlanes, segments);
        int shift = tile.header().coding().regionShift().get(component);
        if (shift > 0) {
            unshift(decoded, (int) area.size(), shift);
        }
        return Coefficients.of(decoded, area.width(), area.height(), coding.reversible(), planes);
    }

    /** Brings the region of interest back among the others: max-shift, H.1. */
    private static void unshift(int[] samples, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = Math.abs(samples[i]);
            if (magnitude >> 1 >> Math.min(shift, 31) != 0) {
                samples[i] = samples[i] < 0 ? -(magnitude >> shift) : magnitude >> shift;
            }
        }
    }

    /**
     * Cells of a grid of code-blocks.
     *
     * @param column the first, counted from the origin
     * @param row the first, counted from the origin
     * @param columns how many
     * @param rows how many
     */
    record Cells(int column, int row, int columns, int rows) {

        /** Those under a window of the sub-band, which is not empty. */
        static Cells under(Subband band, Area window) {
            int column = window.x0() >> band.blockWidthExponent();
            int row = window.y0() >> band.blockHeightExponent();
            return new Cells(column, row, (window.x1() - 1 >> band.blockWidthExponent()) - column + 1,
                    (window.y1() - 1 >> band.blockHeightExponent()) - row + 1);
        }

        int count() {
            return columns * rows;
        }

        int block(Subband band, int i) {
            return band.block(column + i % columns, row + i / columns);
        }

        Area area(Subband band, int i) {
            return band.blockArea(column + i % columns, row + i / columns);
        }
    }
}
