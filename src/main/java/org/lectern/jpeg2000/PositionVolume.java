package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * A volume of packets by the corners of precincts on the reference grid, after resolution or component or before both.
 * Goes from corner to corner, never over the samples between. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.12.1.3 to B.12.1.5</a>
 */
final class PositionVolume implements PacketOrder.Volume {

    private final ProgressionChange bounds;
    private int sweep; // over the tile: one for each resolution (RPCL), each component (CPRL), or one at all (PCRL)
    private List<PrecinctGrid> grids = List.of(); // of this sweep, in the order that they take turns at one corner
    private int[] rows = {}; // of each grid the next, and then the one at hand
    private int[] columns = {};
    private final CornerQueue down = new CornerQueue();
    private final CornerQueue across = new CornerQueue();
    private PrecinctGrid grid;
    private int precinct;
    private int layer;
    private int layerEnd;

    /** Before its first packet; the bounds are inside the tile. */
    PositionVolume(ProgressionChange bounds) {
        this.bounds = bounds;
        sweep = switch (bounds.order()) {
            case ProgressionChange.RPCL -> bounds.resolutionStart();
            case ProgressionChange.CPRL -> bounds.componentStart();
            default -> 0;
        };
    }

    private int sweepEnd() {
        return switch (bounds.order()) {
            case ProgressionChange.RPCL -> bounds.resolutionEnd();
            case ProgressionChange.CPRL -> bounds.componentEnd();
            default -> 1;
        };
    }

    @Override
    public boolean advance(TileGrids tile, PacketOrder.IdleSteps idle) {
        if (++layer < layerEnd) {
            return true;
        }
        while (turnColumn() || turnRow() || turnSweep(tile, idle)) {
            if (layer < layerEnd) {
                return true;
            }
            idle.count(1);
        }
        layerEnd = 0;
        return false;
    }

    /** Goes to the next precinct of the row of corners at hand. */
    private boolean turnColumn() {
        if (across.isEmpty()) {
            return false;
        }
        int i = across.remove();
        grid = grids.get(i);
        precinct = rows[i] * grid.across() + columns[i];
        if (++columns[i] < grid.across()) {
            across.add(grid.turnX(columns[i]), i);
        }
        layer = grid.layers(precinct);
        layerEnd = bounds.layerEnd();
        return true;
    }

    /** Goes to the next row of corners: that of each grid that has one there. */
    private boolean turnRow() {
        if (down.isEmpty()) {
            return false;
        }
        int corner = down.corner();
        List<Integer> more = new ArrayList<>();
        while (!down.isEmpty() && down.corner() == corner) {
            int i = down.remove();
            rows[i]++;
            columns[i] = 0;
            across.add(grids.get(i).turnX(0), i);
            more.add(i);
        }
        for (int i : more) {
            if (rows[i] + 1 < grids.get(i).down()) {
                down.add(grids.get(i).turnY(rows[i] + 1), i);
            }
        }
        return turnColumn();
    }

    private boolean turnSweep(TileGrids tile, PacketOrder.IdleSteps idle) {
        while (sweep < sweepEnd()) {
            grids = gridsOf(tile, idle, sweep++);
            rows = new int[grids.size()];
            columns = new int[grids.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = -1;
                down.add(grids.get(i).turnY(0), i);
            }
            if (turnRow()) {
                return true;
            }
        }
        return false;
    }

    private List<PrecinctGrid> gridsOf(TileGrids tile, PacketOrder.IdleSteps idle, int at) {
        boolean byResolution = bounds.order() == ProgressionChange.RPCL;
        boolean byComponent = bounds.order() == ProgressionChange.CPRL;
        List<PrecinctGrid> found = new ArrayList<>();
        for (int c = byComponent ? at : bounds.componentStart(); c < (byComponent ? at + 1 : bounds.componentEnd()); c++) {
            int end = byResolution ? at + 1 : bounds.resolutionEnd();
            for (int r = byResolution ? at : bounds.resolutionStart(); r < end; r++) {
                idle.count(1);
                if (tile.has(c, r)) {
                    found.add(tile.grid(c, r));
                }
            }
        }
        return found;
    }

    @Override
    public PrecinctGrid grid() {
        return grid;
    }

    @Override
    public int precinct() {
        return precinct;
    }

    @Override
    public int layer() {
        return layer;
    }
}
