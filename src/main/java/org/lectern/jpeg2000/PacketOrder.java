package org.lectern.jpeg2000;

/**
 * The packets of a tile in the order they are sent: volume after volume, and none twice. Goes on where it stopped. For
 * one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.12</a>
 */
final class PacketOrder {

    private final TileGrids grids;
    private final IdleSteps idle;
    private int next;
    private Volume volume = new LayerVolume(new ProgressionChange(0, 0, 0, 0, 0, ProgressionChange.LRCP));

    /**
     * Before the first.
     *
     * @param grids in which nothing has come; they are counted up
     * @param bytes of the tile
     */
    PacketOrder(TileGrids grids, long bytes) {
        this.grids = grids;
        idle = new IdleSteps(new TileShare(bytes, grids.tiles()), grids.count());
    }

    /** One volume of packets. */
    sealed interface Volume permits LayerVolume, PositionVolume {

        /** Goes to the next packet that has not come yet; false at the end. */
        boolean advance(TileGrids grids, IdleSteps idle);

        PrecinctGrid grid();

        int precinct();

        int layer();
    }

    /** Counts steps of a progression that lead to no packet: a few bytes of header can ask for any number. */
    static final class IdleSteps {
        private static final int MOST = 1 << 24;
        private static final int LEAST = 1 << 12;
        private static final int PER_BYTE = 64;
        private static final int PER_RESOLUTION = 4;

        private final long most;
        private long count;

        IdleSteps(TileShare share, int resolutions) {
            most = Math.min(MOST, share.most(MOST, LEAST, PER_BYTE) + (long) PER_RESOLUTION * resolutions);
        }

        void count(int steps) {
            count += steps;
            if (count > most) {
                throw Faults.tooLarge("the progression of a tile takes more than " + most + " steps without a packet");
            }
        }
    }

    /**
     * Goes to the next packet and counts it as come.
     *
     * @return false when there is none
     * @throws org.lectern.core.IiifException.TooLarge when too many steps lead to no packet
     */
    boolean advance() {
        while (!volume.advance(grids, idle)) {
            if (next == grids.coding().order().size()) {
                return false;
            }
            idle.count(1);
            volume = of(grids.coding().order().get(next++));
        }
        volume.grid().layers(volume.precinct(), volume.layer() + 1);
        return true;
    }

    private Volume of(ProgressionChange change) {
        var cut = new ProgressionChange(change.resolutionStart(), change.componentStart(),
                Math.min(change.layerEnd(), grids.layers()), Math.min(change.resolutionEnd(), grids.resolutions()),
                Math.min(change.componentEnd(), grids.components()), change.order());
        boolean byLayer = cut.order() == ProgressionChange.LRCP || cut.order() == ProgressionChange.RLCP;
        return byLayer ? new LayerVolume(cut) : new PositionVolume(cut);
    }

    PrecinctGrid grid() {
        return volume.grid();
    }

    int precinct() {
        return volume.precinct();
    }

    int layer() {
        return volume.layer();
    }
}
