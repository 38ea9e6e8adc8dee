package org.lectern.jpeg2000;

import java.util.Arrays;
import java.util.List;

/**
 * Where each packet of a tile lies, by the lengths that are told of all. Takes about four bytes a packet and four a
 * precinct beside the lengths. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.2 and A.7.3</a>
 */
final class PacketPlaces {

    private static final int STRIDE = 6;

    private final List<TileHeader.Body> bodies;
    private final int[] lengths;
    private final long[] bodyStart; // in the bytes of all bodies one after the other; and the end of the last
    private final int[][] newest; // of each precinct of each grid its last packet plus one, 0 for none
    private int[] older = {}; // of each packet the one before it in the same precinct
    private long[] starts = {}; // of every 64th packet

    /** With nothing located. */
    PacketPlaces(List<TileHeader.Body> bodies, int[] lengths, int grids) {
        this.bodies = bodies;
        this.lengths = lengths;
        newest = new int[grids][0];
        bodyStart = new long[bodies.size() + 1];
        for (int i = 0; i < bodies.size(); i++) {
            bodyStart[i + 1] = bodyStart[i] + bodies.get(i).to() - bodies.get(i).from();
        }
    }

    /**
     * Locates all packets.
     *
     * @param grids are gone through once and then cleared
     * @return false when the lengths are not those of the tile's packets
     */
    boolean locate(TileGrids grids) {
        if (!fill() || lengths.length == 0) {
            return false;
        }
        older = new int[lengths.length];
        var order = new PacketOrder(grids, bodyStart[bodies.size()]);
        for (int packet = 0; packet < lengths.length; packet++) {
            if (!order.advance()) {
                return false;
            }
            link(order.grid(), order.precinct(), packet);
        }
        boolean all = !order.advance();
        grids.clear();
        return all;
    }

    /** Whether the lengths fill each tile-part exactly. */
    private boolean fill() {
        starts = new long[(lengths.length >> STRIDE) + 1];
        long at = 0;
        int body = 1;
        for (int packet = 0; packet < lengths.length; packet++) {
            if ((packet & (1 << STRIDE) - 1) == 0) {
                starts[packet >> STRIDE] = at;
            }
            if (lengths[packet] <= 0) {
                return false;
            }
            at += lengths[packet];
            while (body < bodyStart.length - 1 && bodyStart[body] < at) {
                if (bodyStart[body++] > at - lengths[packet]) {
                    return false;
                }
            }
        }
        return at == bodyStart[bodies.size()];
    }

    private void link(PrecinctGrid grid, int precinct, int packet) {
        int[] last = newest[grid.number()];
        if (precinct >= last.length) {
            last = Arrays.copyOf(last, (int) Math.min(grid.count(), Math.max(precinct + 1L, 2L * last.length)));
            newest[grid.number()] = last;
        }
        older[packet] = last[precinct];
        last[precinct] = packet + 1;
    }

    /** The packets that have not come of all precincts that windows touch, in their order. */
    long[] needed(PrecinctGrid grid, List<Area> bands) {
        long[] found = new long[16];
        int count = 0;
        int[] last = newest[grid.number()];
        for (int b = 0; b < bands.size(); b++) {
            Area touched = grid.touched(b, bands.get(b));
            for (int row = touched.y0(); row < touched.y1(); row++) {
                int end = Math.min(last.length, row * grid.across() + touched.x1());
                for (int precinct = row * grid.across() + touched.x0(); precinct < end; precinct++) {
                    int packet = grid.layers(precinct) > 0 ? 0 : last[precinct];
                    for (; packet > 0; packet = older[packet - 1]) {
                        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                        found[count++] = (long) packet - 1 << 32 | precinct;
                    }
                }
            }
        }
        Arrays.sort(found, 0, count);
        return distinct(found, count);
    }

    private static long[] distinct(long[] sorted, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** The number of a needed packet. */
    static int number(long needed) {
        return (int) (needed >> 32);
    }

    /** The precinct of a needed packet. */
    static int precinct(long needed) {
        return (int) needed;
    }

    /** From a packet's first byte to the end of the tile-part it is in. */
    TileHeader.Body place(int packet) {
        long at = starts[packet >> STRIDE];
        for (int i = packet >> STRIDE << STRIDE; i < packet; i++) {
            at += lengths[i];
        }
        int found = Arrays.binarySearch(bodyStart, at);
        int body = found < 0 ? -found - 2 : found;
        while (bodyStart[body + 1] == at) { // empty tile-parts
            body++;
        }
        return new TileHeader.Body(bodies.get(body).from() + at - bodyStart[body], bodies.get(body).to());
    }

    /** Bytes of heap. */
    long weight() {
        long weight = 200 + 4L * older.length + 8L * starts.length + 8L * bodyStart.length;
        for (int[] precincts : newest) {
            weight += 20 + 4L * precincts.length;
        }
        return weight;
    }
}
