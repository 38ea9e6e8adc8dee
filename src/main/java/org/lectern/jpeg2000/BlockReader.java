package org.lectern.jpeg2000;

import java.util.Arrays;
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
    private static final int BYTES_A_BLOCK = 1024; // what ends 88 passes, each terminated

    private final WeighedCache<Long, Coefficients> kept;
    private final BlockDecoder decoder = new BlockDecoder();
    private final PieceBytes bytes = new PieceBytes();
    private final CodedSegments segments = new CodedSegments();
    private final BlockBytes pieces = new BlockBytes();
    private int missing; // code-blocks planned
    private int[] lastPieces = new int[64]; // for each of these the number behind its last piece
    private int[] zeroPlanes = new int[64];
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
        begin();
        for (int i = 0; i < cells.count(); i++) {
            int block = cells.block(band, i);
            Optional<Coefficients> found = kept.find(tile.key(block));
            into[i] = found.orElse(null);
            if (found.isEmpty() && !plan(tile.index(), block, cells.area(band, i))) {
                into[i] = Coefficients.NONE;
            }
            if (planned > BYTES_AT_ONCE) {
                decode(blob, tile, component, band, cells, first, i + 1, into);
                first = i + 1;
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
        missing = 0;
        planned = 0;
    }

    /**
     * Notes the pieces of a block, as the index has them now: it may know better when another thread has asked it. False
     * when there are none.
     */
    private boolean plan(TileIndex index, int block, Area area) {
        index.block(block, pieces);
        if (pieces.pieces == 0) {
            return false;
        }
        long room = room(area);
        for (int i = 0; i < pieces.pieces; i++) {
            int size = (int) Math.min(pieces.length[i], room);
            bytes.add(pieces.at[i], size, pieces.passes[i]);
            room -= size;
            planned += size + PieceBytes.GAP;
        }
        if (missing == lastPieces.length) {
            lastPieces = Arrays.copyOf(lastPieces, 2 * missing);
            zeroPlanes = Arrays.copyOf(zeroPlanes, 2 * missing);
        }
        lastPieces[missing] = bytes.count();
        zeroPlanes[missing++] = pieces.zeroPlanes;
        return true;
    }

    private static long room(Area area) {
        return area.size() * BYTES_A_SAMPLE + BYTES_A_BLOCK;
    }

    private void decode(Blob blob, IndexedTile tile, int component, Subband band, Cells cells, int from, int to,
            Coefficients[] into) {
        bytes.load(blob);
        int next = 0;
        int piece = 0;
        for (int i = from; i < to; i++) {
            if (into[i] == null) {
                into[i] = decode(tile, component, band, cells.area(band, i), next, piece);
                kept.put(tile.key(cells.block(band, i)), into[i]);
                piece = lastPieces[next++];
            }
        }
    }

    private Coefficients decode(IndexedTile tile, int component, Subband band, Area area, int number, int piece) {
        int planes = band.bitPlanes() - zeroPlanes[number];
        if (planes <= 0) {
            return Coefficients.NONE;
        }
        if (planes > BlockDecoder.MOST_PLANES) {
            throw Faults.unsupported("JPEG 2000 with " + planes + " bit-planes in a code-block is not read; up to "
                    + BlockDecoder.MOST_PLANES + " are");
        }
        ComponentCoding coding = tile.component(component).coding();
        collect(piece, lastPieces[number], coding);
        int[] decoded = decoder.decode(area.width(), area.height(), band, coding, zeroPlanes[number], segments);
        int shift = tile.header().coding().regionShift().get(component);
        if (shift > 0) {
            unshift(decoded, (int) area.size(), shift);
        }
        return Coefficients.of(decoded, area.width(), area.height(), coding.reversible(), planes);
    }

    /** Puts pieces together into codeword segments. */
    private void collect(int from, int to, ComponentCoding coding) {
        segments.clear();
        for (int piece = from; piece < to; piece++) {
            int at = segments.add(bytes.length(piece), bytes.passes(piece), coding);
            bytes.copy(piece, segments.bytes, at);
        }
        segments.seal();
    }

    /**
     * Brings the region of interest back among the others: max-shift, H.1. What the shift leaves below a step is that
     * the middle of the step is meant.
     *
     * @param samples in halves of a step
     */
    static void unshift(int[] samples, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = Math.abs(samples[i]);
            if (magnitude >> 1 >> Math.min(shift, 31) != 0) {
                int middle = (magnitude & (1 << shift) - 1) == 0 ? 0 : 1;
                samples[i] = Integer.signum(samples[i]) * (magnitude >> shift | middle);
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
