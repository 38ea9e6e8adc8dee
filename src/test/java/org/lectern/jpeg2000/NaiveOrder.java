package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The packets of a tile by the loops of B.12.1 as they are written there, over every sample of the reference grid. */
final class NaiveOrder {

    /** One packet. */
    record Packet(int component, int resolution, int precinct, int layer) {}

    private final ImageSize size;
    private final TileCoding coding;
    private final Area tile;
    private final Set<Packet> packets = new LinkedHashSet<>();

    NaiveOrder(ImageSize size, TileCoding coding, int tile) {
        this.size = size;
        this.coding = coding;
        this.tile = size.tile(tile);
    }

    static long up(long a, long b) {
        return Math.floorDiv(a + b - 1, b);
    }

    List<Packet> packets() {
        for (ProgressionChange v : coding.order()) {
            switch (v.order()) {
                case ProgressionChange.LRCP -> lrcp(v);
                case ProgressionChange.RLCP -> rlcp(v);
                case ProgressionChange.RPCL -> rpcl(v);
                case ProgressionChange.PCRL -> pcrl(v);
                default -> cprl(v);
            }
        }
        return new ArrayList<>(packets);
    }

    private int layerEnd(ProgressionChange v) {
        return Math.min(v.layerEnd(), coding.layers());
    }

    private int componentEnd(ProgressionChange v) {
        return Math.min(v.componentEnd(), size.components().size());
    }

    private void lrcp(ProgressionChange v) {
        for (int l = 0; l < layerEnd(v); l++) {
            for (int r = v.resolutionStart(); r < v.resolutionEnd(); r++) {
                for (int c = v.componentStart(); c < componentEnd(v); c++) {
                    all(c, r, l);
                }
            }
        }
    }

    private void rlcp(ProgressionChange v) {
        for (int r = v.resolutionStart(); r < v.resolutionEnd(); r++) {
            for (int l = 0; l < layerEnd(v); l++) {
                for (int c = v.componentStart(); c < componentEnd(v); c++) {
                    all(c, r, l);
                }
            }
        }
    }

    private void all(int c, int r, int l) {
        for (int k = 0; k < across(c, r) * down(c, r); k++) {
            packets.add(new Packet(c, r, k, l));
        }
    }

    private void rpcl(ProgressionChange v) {
        for (int r = v.resolutionStart(); r < v.resolutionEnd(); r++) {
            for (int y = tile.y0(); y < tile.y1(); y++) {
                for (int x = tile.x0(); x < tile.x1(); x++) {
                    for (int c = v.componentStart(); c < componentEnd(v); c++) {
                        at(v, x, y, c, r);
                    }
                }
            }
        }
    }

    private void pcrl(ProgressionChange v) {
        for (int y = tile.y0(); y < tile.y1(); y++) {
            for (int x = tile.x0(); x < tile.x1(); x++) {
                for (int c = v.componentStart(); c < componentEnd(v); c++) {
                    for (int r = v.resolutionStart(); r < v.resolutionEnd(); r++) {
                        at(v, x, y, c, r);
                    }
                }
            }
        }
    }

    private void cprl(ProgressionChange v) {
        for (int c = v.componentStart(); c < componentEnd(v); c++) {
            for (int y = tile.y0(); y < tile.y1(); y++) {
                for (int x = tile.x0(); x < tile.x1(); x++) {
                    for (int r = v.resolutionStart(); r < v.resolutionEnd(); r++) {
                        at(v, x, y, c, r);
                    }
                }
            }
        }
    }

    private void at(ProgressionChange v, int x, int y, int c, int r) {
        ComponentCoding component = coding.components().get(c);
        if (r > component.levels() || across(c, r) * down(c, r) == 0) {
            return;
        }
        int halvings = component.levels() - r;
        long stepX = (long) size.components().get(c).stepX() << halvings;
        long stepY = (long) size.components().get(c).stepY() << halvings;
        long precinctX = 1L << component.precinctWidthExponent(r);
        long precinctY = 1L << component.precinctHeightExponent(r);
        long left = up(tile.x0(), stepX);
        long top = up(tile.y0(), stepY);
        boolean row = y % (stepY * precinctY) == 0
                || y == tile.y0() && (top << halvings) % (precinctY << halvings) != 0;
        boolean column = x % (stepX * precinctX) == 0
                || x == tile.x0() && (left << halvings) % (precinctX << halvings) != 0;
        if (row && column) {
            long k = up(x, stepX) / precinctX - left / precinctX
                    + across(c, r) * (up(y, stepY) / precinctY - top / precinctY);
            for (int l = 0; l < layerEnd(v); l++) {
                packets.add(new Packet(c, r, (int) k, l));
            }
        }
    }

    /** Precincts in a row, or 0 when there is no such resolution (B-16). */
    int across(int c, int r) {
        return cells(c, r, tile.x0(), tile.x1(), size.components().get(c).stepX(), true);
    }

    int down(int c, int r) {
        return cells(c, r, tile.y0(), tile.y1(), size.components().get(c).stepY(), false);
    }

    private int cells(int c, int r, int from, int to, int step, boolean horizontal) {
        ComponentCoding component = coding.components().get(c);
        if (r > component.levels()) {
            return 0;
        }
        long scale = (long) step << component.levels() - r;
        long precinct = 1L << (horizontal ? component.precinctWidthExponent(r) : component.precinctHeightExponent(r));
        long start = up(from, scale);
        long end = up(to, scale);
        return end > start ? (int) (up(end, precinct) - start / precinct) : 0;
    }
}
