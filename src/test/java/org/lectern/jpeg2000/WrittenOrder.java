package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The packets of a tile in their order, by sorting: T.800 B.12. */
final class WrittenOrder {

    /** A packet to come. */
    record Turn(EncodedTile.Precinct precinct, int layer) {
        int component() {
            return precinct.component();
        }

        int resolution() {
            return precinct.resolution();
        }

        int index() {
            return precinct.index();
        }

        long x() {
            return precinct.x();
        }

        long y() {
            return precinct.y();
        }
    }

    private static final Comparator<Turn> LAYER = Comparator.comparing(Turn::layer);
    private static final Comparator<Turn> RESOLUTION = Comparator.comparing(Turn::resolution);
    private static final Comparator<Turn> COMPONENT = Comparator.comparing(Turn::component);
    private static final Comparator<Turn> INDEX = Comparator.comparing(Turn::index);
    private static final Comparator<Turn> POSITION = Comparator.comparing(Turn::y).thenComparing(Turn::x);
    private static final List<Comparator<Turn>> ORDERS = List.of(
            LAYER.thenComparing(RESOLUTION).thenComparing(COMPONENT).thenComparing(INDEX),
            RESOLUTION.thenComparing(LAYER).thenComparing(COMPONENT).thenComparing(INDEX),
            RESOLUTION.thenComparing(POSITION).thenComparing(COMPONENT).thenComparing(INDEX).thenComparing(LAYER),
            POSITION.thenComparing(COMPONENT).thenComparing(RESOLUTION).thenComparing(INDEX).thenComparing(LAYER),
            COMPONENT.thenComparing(POSITION).thenComparing(RESOLUTION).thenComparing(INDEX).thenComparing(LAYER));

    private WrittenOrder() {}

    /** Each packet once; those of a volume that an earlier one told are skipped. */
    static List<Turn> of(EncodedTile tile, int layers, List<Encoding.Volume> volumes) {
        Set<Turn> all = new HashSet<>();
        List<Turn> turns = new ArrayList<>();
        for (Encoding.Volume volume : volumes) {
            List<Turn> some = new ArrayList<>();
            for (EncodedTile.Precinct precinct : tile.precincts) {
                for (int layer = 0; layer < Math.min(layers, volume.toLayer()) && contains(volume, precinct); layer++) {
                    some.add(new Turn(precinct, layer));
                }
            }
            some.removeIf(turn -> !all.add(turn));
            some.sort(ORDERS.get(volume.order()));
            turns.addAll(some);
        }
        return turns;
    }

    private static boolean contains(Encoding.Volume volume, EncodedTile.Precinct precinct) {
        return precinct.resolution() >= volume.fromResolution() && precinct.resolution() < volume.toResolution()
                && precinct.component() >= volume.fromComponent() && precinct.component() < volume.toComponent();
    }
}
