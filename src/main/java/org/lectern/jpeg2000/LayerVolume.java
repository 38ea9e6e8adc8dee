package org.lectern.jpeg2000;

/**
 * A volume of packets by layer, resolution, component and precinct, or by resolution first. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.12.1.1 and B.12.1.2</a>
 */
final class LayerVolume implements PacketOrder.Volume {

    private final ProgressionChange bounds;
    private int layer;
    private int resolution;
    private int component;
    private int next; // precinct
    private PrecinctGrid grid;

    /** Before its first packet; the bounds are inside the tile. */
    LayerVolume(ProgressionChange bounds) {
        this.bounds = bounds;
        resolution = bounds.resolutionStart();
        component = bounds.componentStart();
    }

    private boolean isEmpty() {
        return bounds.layerEnd() <= 0 || bounds.resolutionStart() >= bounds.resolutionEnd()
                || bounds.componentStart() >= bounds.componentEnd();
    }

    @Override
    public boolean advance(TileGrids grids, PacketOrder.IdleSteps idle) {
        while (!isEmpty() && layer < bounds.layerEnd() && resolution < bounds.resolutionEnd()) {
            if (grids.has(component, resolution) && isNext(grids.grid(component, resolution), idle)) {
                return true;
            }
            idle.count(1);
            next = 0;
            turn();
        }
        return false;
    }

    private boolean isNext(PrecinctGrid candidate, PacketOrder.IdleSteps idle) {
        int from = next;
        int count = candidate.count();
        while (next < count && candidate.layers(next) != layer) {
            next++;
        }
        idle.count(next - from);
        grid = candidate;
        return next++ < count;
    }

    private void turn() {
        if (++component < bounds.componentEnd()) {
            return;
        }
        component = bounds.componentStart();
        if (bounds.order() == ProgressionChange.LRCP) {
            turnResolution();
        } else {
            turnLayer();
        }
    }

    private void turnResolution() {
        if (++resolution == bounds.resolutionEnd()) {
            resolution = bounds.resolutionStart();
            layer++;
        }
    }

    private void turnLayer() {
        if (++layer == bounds.layerEnd()) {
            layer = 0;
            resolution++;
        }
    }

    @Override
    public PrecinctGrid grid() {
        return grid;
    }

    @Override
    public int precinct() {
        return next - 1;
    }

    @Override
    public int layer() {
        return layer;
    }
}
