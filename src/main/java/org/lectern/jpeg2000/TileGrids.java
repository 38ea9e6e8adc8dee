package org.lectern.jpeg2000;

import java.util.List;

/** The precincts of one tile. For one thread. */
final class TileGrids {

    private final TileCoding coding;
    private final int tiles;
    private final PrecinctGrid[][] grids; // of each component from the lowest resolution
    private final int resolutions;
    private int count;

    TileGrids(ImageSize size, TileCoding coding, int tile, List<TileComponent> components) {
        this.coding = coding;
        tiles = size.tiles();
        Area area = size.tile(tile);
        grids = new PrecinctGrid[components.size()][];
        int most = 0;
        for (int c = 0; c < grids.length; c++) {
            grids[c] = new PrecinctGrid[components.get(c).resolutions().size()];
            for (int r = 0; r < grids[c].length; r++) {
                grids[c][r] = new PrecinctGrid(count++, area, size.components().get(c), components.get(c), r);
            }
            most = Math.max(most, grids[c].length);
        }
        resolutions = most;
    }

    TileCoding coding() {
        return coding;
    }

    /** Tiles of the picture. */
    int tiles() {
        return tiles;
    }

    int layers() {
        return coding.layers();
    }

    int components() {
        return grids.length;
    }

    /** Resolutions of all components together. */
    int count() {
        return count;
    }

    /** Resolutions of the component that has most. */
    int resolutions() {
        return resolutions;
    }

    /** Whether a component has such a resolution, and precincts in it. */
    boolean has(int component, int resolution) {
        return resolution < grids[component].length && grids[component][resolution].count() > 0;
    }

    PrecinctGrid grid(int component, int resolution) {
        return grids[component][resolution];
    }

    /** Forgets what has come. */
    void clear() {
        for (PrecinctGrid[] component : grids) {
            for (PrecinctGrid grid : component) {
                grid.clear();
            }
        }
    }

    /** Drops what is held of incomplete precincts. */
    void close() {
        for (PrecinctGrid[] component : grids) {
            for (PrecinctGrid grid : component) {
                grid.close();
            }
        }
    }

    /** Bytes of heap, without the geometry. */
    long weight() {
        long weight = 100;
        for (PrecinctGrid[] component : grids) {
            for (PrecinctGrid grid : component) {
                weight += grid.weight();
            }
        }
        return weight;
    }
}
