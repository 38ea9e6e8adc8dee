package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.lectern.blob.Blob;

/**
 * What the packet headers of one tile tell of its code-blocks. Built as far as it is asked for, then kept; thread-safe.
 * Holds no blob.
 *
 * <p>Packets are found by their told lengths where the file has PLT or PLM and these hold, else by walking from packet
 * to packet. A tile that is cut short or damaged has the packets before that place; the rest are absent.
 */
final class TileIndex {

    private static final int MOST_RESOLUTIONS = 1 << 17;
    private static final int LEAST_RESOLUTIONS = 64;
    private static final int RESOLUTIONS_A_BYTE = 16; // an honest tile has a byte for each at least
    private static final int RESOLUTION_WEIGHT = 450;

    private final ImageSize size;
    private final TileHeader header;
    private final int tile;
    private final TileShare share;
    private final List<TileComponent> components;
    private final int blocks;
    private PacketSource source;

    /**
     * Of a tile; reads nothing yet.
     *
     * @throws org.lectern.core.IiifException.Broken when a quantisation does not tell of each sub-band
     * @throws org.lectern.core.IiifException.TooLarge when there are more parts in the tile than a file can need
     */
    TileIndex(ImageSize size, TileHeader header, int tile) {
        this.size = size;
        this.header = header;
        this.tile = tile;
        share = new TileShare(header.bytes(), size.tiles());
        components = components(size, header.coding(), tile, share);
        blocks = components.stream().mapToInt(TileComponent::blocks).sum();
        boolean told = header.packetLengths().isPresent() && header.packedHeaders().isEmpty();
        source = told ? new PacketJumps(header, header.packetLengths().get(), grids(), table(), share) : walk();
    }

    private static List<TileComponent> components(ImageSize size, TileCoding coding, int tile, TileShare share) {
        int resolutions = coding.components().stream().mapToInt(c -> c.levels() + 1).sum();
        long most = Math.min(MOST_RESOLUTIONS, share.most(MOST_RESOLUTIONS, LEAST_RESOLUTIONS, RESOLUTIONS_A_BYTE));
        if (resolutions > most) {
            throw Faults.tooLarge("a tile has " + resolutions + " resolutions in its components and "
                    + share.bytes() + " bytes");
        }
        List<TileComponent> components = new ArrayList<>();
        int first = 0;
        for (int c = 0; c < size.components().size(); c++) {
            TileComponent next = TileComponent.of(size, coding, tile, c, first);
            first += next.blocks();
            components.add(next);
        }
        return List.copyOf(components);
    }

    private TileGrids grids() {
        return new TileGrids(size, header.coding(), tile, components);
    }

    private BlockTable table() {
        return new BlockTable(blocks, share);
    }

    private PacketWalk walk() {
        return new PacketWalk(header, grids(), table(), share);
    }

    /** Its components. */
    List<TileComponent> components() {
        return components;
    }

    /**
     * Reads packet headers until all code-blocks are known that a window of a component needs.
     *
     * @param resolution of the component
     * @param bands for each sub-band of the resolution the part of it that is needed, in its coordinates
     * @throws org.lectern.core.IiifException.Broken when not even the first packet can be read
     * @throws org.lectern.core.IiifException.TooLarge when few bytes ask for too much work
     */
    synchronized void require(Blob blob, int component, int resolution, List<Area> bands) {
        if (source.require(blob, component, resolution, bands)) {
            return;
        }
        PacketWalk again = walk(); // what was known stays so until this knows as much
        again.readOn(blob, source.packets());
        again.require(blob, component, resolution, bands);
        source = again;
    }

    /**
     * Where the bytes of one code-block are.
     *
     * @param block its number in the tile; required before
     * @param into is overwritten
     */
    synchronized void block(int block, BlockBytes into) {
        source.blocks().block(block, into);
    }

    /** Bytes of heap it takes just now, for a cache that is bounded in bytes. */
    synchronized long weight() {
        int resolutions = components.stream().mapToInt(c -> c.resolutions().size()).sum();
        return 500 + (long) RESOLUTION_WEIGHT * resolutions + header.weight() + source.weight();
    }
}
