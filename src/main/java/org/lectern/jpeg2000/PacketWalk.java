package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;

/**
 * The packets of a tile in their order, headers read and bodies skipped, no further than is needed. Where the bytes end
 * or a header is corrupt the tile ends. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.9 to B.12</a>
 */
final class PacketWalk implements PacketSource {

    private final TileHeader header;
    private final TileGrids grids;
    private final PacketOrder order;
    private final BlockTable blocks;
    private final PacketReader reader;
    private final Optional<CodedBytes> packed;
    private final CodedBytes bytes = CodedBytes.of(new byte[0]);
    private int body = -1;
    private long at;
    private long end;
    private long packets;
    private boolean over;
    private boolean corrupt;
    private boolean failed; // in the midst of a packet

    /** Before the first packet. */
    PacketWalk(TileHeader header, TileGrids grids, BlockTable blocks, TileShare share) {
        this.header = header;
        this.grids = grids;
        this.blocks = blocks;
        order = new PacketOrder(grids, share.bytes());
        reader = new PacketReader(header.coding(), share, blocks);
        packed = header.packedHeaders().map(CodedBytes::of);
    }

    @Override
    public boolean require(Blob blob, int component, int resolution, List<Area> bands) {
        if (failed) {
            return false;
        }
        bytes.resume(blob);
        try {
            complete(grids.grid(component, resolution), bands);
        } finally {
            bytes.rest();
        }
        refuseWithoutPackets();
        return true;
    }

    private void complete(PrecinctGrid grid, List<Area> bands) {
        for (int b = 0; b < bands.size(); b++) {
            Area touched = grid.touched(b, bands.get(b));
            for (int row = touched.y0(); row < touched.y1() && !over; row++) {
                for (int column = touched.x0(); column < touched.x1() && !over; column++) {
                    complete(grid, row * grid.across() + column);
                }
            }
        }
    }

    private void complete(PrecinctGrid grid, int precinct) {
        while (!over && grid.layers(precinct) < grids.layers()) {
            step();
        }
    }

    /**
     * Reads on.
     *
     * @param count until so many packets are read; or until the end
     */
    void readOn(Blob blob, long count) {
        bytes.resume(blob);
        try {
            while (!over && packets < count) {
                step();
            }
        } finally {
            bytes.rest();
        }
        refuseWithoutPackets();
    }

    private void refuseWithoutPackets() {
        if (corrupt && packets == 0) {
            throw Faults.broken("the first packet of a tile has a header that no encoder writes");
        }
    }

    private void step() {
        failed = true;
        if (!hasBytes() || !order.advance()) {
            finish();
        } else {
            bytes.seek(at, end);
            read();
        }
        failed = false;
    }

    private void read() {
        var outcome = reader.read(packed.orElse(bytes), bytes, order.grid(), order.precinct(), order.layer());
        at = bytes.position();
        if (outcome == PacketReader.Outcome.WHOLE) {
            packets++;
            return;
        }
        corrupt = outcome == PacketReader.Outcome.CORRUPT;
        finish();
    }

    /** A packet begins in the next tile-part when one is used up; the empty last ones may be in packed headers alone. */
    private boolean hasBytes() {
        while (at >= end && body + 1 < header.bodies().size()) {
            TileHeader.Body next = header.bodies().get(++body);
            at = next.from();
            end = next.to();
        }
        return packed.map(headers -> body >= 0 && headers.position() < headers.end()).orElse(at < end);
    }

    private void finish() {
        over = true;
        bytes.drop();
        grids.close();
        blocks.trim();
    }

    @Override
    public long packets() {
        return packets;
    }

    @Override
    public BlockTable blocks() {
        return blocks;
    }

    @Override
    public long weight() {
        return 1000 + bytes.weight() + grids.weight() + blocks.weight();
    }
}
