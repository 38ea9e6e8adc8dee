package org.lectern.jpeg2000;

import java.util.List;
import org.lectern.blob.Blob;

/**
 * The packets of a tile by their told lengths: only those of the needed precincts are read. Each is held to its length,
 * and given up is all at the first that has another. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.2 and A.7.3</a>
 */
final class PacketJumps implements PacketSource {

    private final TileHeader header;
    private final int[] lengths;
    private final TileGrids grids;
    private final BlockTable blocks;
    private final PacketReader reader;
    private final PacketPlaces places;
    private boolean located;
    private boolean lied;

    /** Before the first packet. */
    PacketJumps(TileHeader header, int[] lengths, TileGrids grids, BlockTable blocks, TileShare share) {
        this.header = header;
        this.lengths = lengths;
        this.grids = grids;
        this.blocks = blocks;
        reader = new PacketReader(header.coding(), share, blocks);
        places = new PacketPlaces(header.bodies(), lengths, grids.count());
    }

    @Override
    public boolean require(Blob blob, int component, int resolution, List<Area> bands) {
        if (!located) {
            lied = !places.locate(grids);
            located = true;
        }
        if (lied) {
            return false;
        }
        PrecinctGrid grid = grids.grid(component, resolution);
        long[] needed = places.needed(grid, bands);
        if (needed.length == 0) {
            return true;
        }
        lied = !read(CodedBytes.of(blob), grid, needed);
        return !lied;
    }

    /** Reads packets in the order of the file; when that fails it is as if none had been read. */
    private boolean read(CodedBytes bytes, PrecinctGrid grid, long[] needed) {
        int mark = blocks.mark();
        boolean whole = false;
        try {
            whole = readAll(bytes, grid, needed);
        } finally {
            for (long packet : needed) {
                reader.close(grid, PacketPlaces.precinct(packet));
                if (!whole) {
                    grid.layers(PacketPlaces.precinct(packet), 0);
                }
            }
            if (!whole) {
                blocks.forget(mark);
            }
        }
        return whole;
    }

    private boolean readAll(CodedBytes bytes, PrecinctGrid grid, long[] needed) {
        for (long packet : needed) {
            int number = PacketPlaces.number(packet);
            int precinct = PacketPlaces.precinct(packet);
            int layer = grid.layers(precinct);
            TileHeader.Body place = places.place(number);
            bytes.seek(place.from(), place.to());
            var outcome = reader.read(bytes, bytes, grid, precinct, layer);
            if (outcome != PacketReader.Outcome.WHOLE || bytes.position() != place.from() + lengths[number]) {
                return false;
            }
            grid.layers(precinct, layer + 1);
        }
        return true;
    }

    /** All of them: who goes another way after this one lied must have all that was told. */
    @Override
    public long packets() {
        return Long.MAX_VALUE;
    }

    @Override
    public BlockTable blocks() {
        return blocks;
    }

    @Override
    public long weight() {
        return 1000 + grids.weight() + blocks.weight() + places.weight();
    }
}
