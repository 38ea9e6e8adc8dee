package org.lectern.jpeg2000;

/**
 * Reads packets of one tile, each at a place that is known: its header, and of the body where the pieces lie. For one
 * thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.9, B.10, A.8</a>
 */
final class PacketReader {

    private static final int SOP = 0x91;
    private static final int SOP_LENGTH = 6;
    private static final int EPH = 0x92;
    private static final int EPH_LENGTH = 2;
    private static final long FREE_OPEN_BLOCKS = 1 << 20;
    private static final long LEAST_OPEN_BLOCKS = 1 << 13;
    private static final long FREE_VISITS = 1 << 25;
    private static final long LEAST_VISITS = 1 << 14;
    private static final int PER_BYTE = 16;

    /** What a packet turned out to be. */
    enum Outcome {
        /** All of it is there. */
        WHOLE,
        /** The bytes end before it does; what is there of the body counts. */
        CUT,
        /** No encoder can have written its header. */
        CORRUPT
    }

    private final TileCoding coding;
    private final BlockTable blocks;
    private final HeaderBits bits = new HeaderBits();
    private final PacketHeader packet = new PacketHeader();
    private final long mostOpen;
    private long open; // code-blocks of precincts that are not complete
    private long visits; // that may still be paid to code-blocks

    /**
     * With no packet read.
     *
     * @param share bounds the work
     * @param blocks gets the pieces
     */
    PacketReader(TileCoding coding, TileShare share, BlockTable blocks) {
        this.coding = coding;
        this.blocks = blocks;
        mostOpen = share.most(FREE_OPEN_BLOCKS, LEAST_OPEN_BLOCKS, PER_BYTE);
        visits = share.most(FREE_VISITS, LEAST_VISITS, PER_BYTE);
    }

    /**
     * Reads one packet, and stays behind it when it is whole.
     *
     * @param headers where its header is next: packed headers, or the same as {@code body}
     * @param body where the packet is next
     * @param layer the first of the precinct that was not read
     * @throws org.lectern.core.IiifException.TooLarge when headers of few bytes make too much work
     */
    Outcome read(CodedBytes headers, CodedBytes body, PrecinctGrid grid, int precinct, int layer) {
        if (coding.sop()) {
            body.skipMarker(SOP, SOP_LENGTH);
        }
        packet.clear();
        bits.begin(headers);
        boolean sound = bits.bit() == 0 || packet.read(bits, opened(grid, precinct), grid.coding(), layer);
        bits.finish();
        if (bits.exhausted() || !sound) {
            return sound ? Outcome.CUT : Outcome.CORRUPT;
        }
        if (coding.eph()) {
            headers.skipMarker(EPH, EPH_LENGTH);
        }
        return placed(body, grid, precinct, layer);
    }

    private Outcome placed(CodedBytes body, PrecinctGrid grid, int precinct, int layer) {
        long at = body.position();
        long length = packet.bodyLength();
        packet.place(blocks, at, body.end());
        packet.clear();
        if (layer + 1 == coding.layers()) {
            close(grid, precinct);
        }
        if (length > body.end() - at) {
            return Outcome.CUT;
        }
        body.seek(at + length, body.end());
        return Outcome.WHOLE;
    }

    private PrecinctBand[] opened(PrecinctGrid grid, int precinct) {
        long count = grid.blocks(precinct);
        if (!grid.isOpen(precinct)) {
            open += count;
        }
        visits -= count;
        if (open > mostOpen || visits < 0) {
            throw Faults.tooLarge("the packets of a tile tell of " + open + " code-blocks at a time in few bytes");
        }
        return grid.open(precinct);
    }

    /** Drops what is held of a precinct. */
    void close(PrecinctGrid grid, int precinct) {
        if (grid.isOpen(precinct)) {
            open -= grid.blocks(precinct);
            grid.close(precinct);
        }
    }
}
