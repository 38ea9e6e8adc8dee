package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The precincts of one resolution of a tile-component, numbered row by row: how many layers of each have come, and the
 * code-blocks of those that are not complete. Grows with the packets that come. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.6</a>
 */
final class PrecinctGrid {

    private static final int MOST = 1 << 27;

    private final int number;
    private final Area tile;
    private final ImageSize.Component samples;
    private final ComponentCoding coding;
    private final int halvings;
    private final Resolution resolution;
    private final int nested;
    private final int across;
    private final int down;
    private char[] layers = {};
    private PrecinctBand[][] open = {};

    /**
     * Of one resolution; nothing has come.
     *
     * @param number it goes by
     * @param tile on the reference grid
     * @throws org.lectern.core.IiifException.TooLarge when it has more precincts than a file can need
     */
    PrecinctGrid(int number, Area tile, ImageSize.Component samples, TileComponent component, int resolution) {
        this.number = number;
        this.tile = tile;
        this.samples = samples;
        coding = component.coding();
        halvings = component.coding().levels() - resolution;
        this.resolution = component.resolutions().get(resolution);
        nested = resolution == 0 ? 0 : 1;
        across = this.resolution.precinctsDown() == 0 ? 0 : this.resolution.precinctsAcross();
        down = this.resolution.precinctsAcross() == 0 ? 0 : this.resolution.precinctsDown();
        if ((long) across * down > MOST) {
            throw Faults.tooLarge("a resolution has " + (long) across * down + " precincts");
        }
    }

    /** Counted in the tile from 0. */
    int number() {
        return number;
    }

    /** Of its component. */
    ComponentCoding coding() {
        return coding;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }

    int count() {
        return across * down;
    }

    /** Column of the reference grid at which a column of precincts comes in turn (B.12.1.3). */
    int turnX(int column) {
        return turn(column, resolution.area().x0(), resolution.precinctWidthExponent(), tile.x0(), samples.stepX());
    }

    /** Row of the reference grid at which a row of precincts comes in turn (B.12.1.3). */
    int turnY(int row) {
        return turn(row, resolution.area().y0(), resolution.precinctHeightExponent(), tile.y0(), samples.stepY());
    }

    private int turn(int cell, int from, int exponent, int tileFrom, int step) {
        long corner = ((from >> exponent) + (long) cell) << exponent;
        return corner < from ? tileFrom : (int) ((corner << halvings) * step);
    }

    /** Layers of a precinct that have come. */
    int layers(int precinct) {
        return precinct < layers.length ? layers[precinct] : 0;
    }

    /** Notes that so many layers of a precinct have come. */
    void layers(int precinct, int come) {
        if (precinct >= layers.length) {
            layers = Arrays.copyOf(layers, (int) Math.min(count(), Math.max(precinct + 1L, 2L * layers.length)));
        }
        layers[precinct] = (char) come;
    }

    /** Forgets what has come. */
    void clear() {
        layers = new char[0];
        close();
    }

    /** Whether code-blocks of an incomplete precinct are held. */
    boolean isOpen(int precinct) {
        return precinct < open.length && open[precinct] != null;
    }

    /** The sub-bands of an incomplete precinct that have code-blocks in it; held until it is closed. */
    PrecinctBand[] open(int precinct) {
        if (precinct >= open.length) {
            open = Arrays.copyOf(open, (int) Math.min(count(), Math.max(precinct + 1L, 2L * open.length)));
        }
        if (open[precinct] == null) {
            open[precinct] = bands(precinct);
        }
        return open[precinct];
    }

    /** Drops what is held of a precinct. */
    void close(int precinct) {
        if (precinct < open.length) {
            open[precinct] = null;
        }
    }

    /** Drops what is held of all precincts. */
    void close() {
        open = new PrecinctBand[0][];
    }

    /** Code-blocks of a precinct. */
    long blocks(int precinct) {
        return resolution.bands().stream().mapToLong(band -> cells(band, precinct).size()).sum();
    }

    private PrecinctBand[] bands(int precinct) {
        List<PrecinctBand> bands = new ArrayList<>();
        for (Subband band : resolution.bands()) {
            Area cells = cells(band, precinct);
            if (!cells.isEmpty()) {
                bands.add(new PrecinctBand(band, cells.x0(), cells.y0(), cells.width(), cells.height()));
            }
        }
        return bands.toArray(PrecinctBand[]::new);
    }

    /** The cells of a sub-band's grid of code-blocks that lie in a precinct. */
    private Area cells(Subband band, int precinct) {
        int exponentX = resolution.precinctWidthExponent() - nested;
        int exponentY = resolution.precinctHeightExponent() - nested;
        long x = (long) firstColumn() + precinct % across << exponentX;
        long y = (long) firstRow() + precinct / across << exponentY;
        Area part = new Area((int) x, (int) y, (int) Math.min(Integer.MAX_VALUE, x + (1L << exponentX)),
                (int) Math.min(Integer.MAX_VALUE, y + (1L << exponentY))).intersection(band.area());
        if (part.isEmpty()) {
            return new Area(0, 0, 0, 0);
        }
        return new Area(part.x0() >> band.blockWidthExponent(), part.y0() >> band.blockHeightExponent(),
                (part.x1() - 1 >> band.blockWidthExponent()) + 1, (part.y1() - 1 >> band.blockHeightExponent()) + 1);
    }

    private int firstColumn() {
        return resolution.area().x0() >> resolution.precinctWidthExponent();
    }

    private int firstRow() {
        return resolution.area().y0() >> resolution.precinctHeightExponent();
    }

    /** The precincts that a window of a sub-band touches, as columns and rows of this grid. */
    Area touched(int band, Area window) {
        Area part = window.intersection(resolution.bands().get(band).area());
        if (part.isEmpty() || count() == 0) {
            return new Area(0, 0, 0, 0);
        }
        int exponentX = resolution.precinctWidthExponent() - nested;
        int exponentY = resolution.precinctHeightExponent() - nested;
        return new Area((part.x0() >> exponentX) - firstColumn(), (part.y0() >> exponentY) - firstRow(),
                (part.x1() - 1 >> exponentX) - firstColumn() + 1, (part.y1() - 1 >> exponentY) - firstRow() + 1);
    }

    /** Bytes of heap, without the geometry. */
    long weight() {
        long weight = 100 + 2L * layers.length + 4L * open.length;
        for (PrecinctBand[] bands : open) {
            for (int i = 0; bands != null && i < bands.length; i++) {
                weight += bands[i].weight();
            }
        }
        return weight;
    }
}
