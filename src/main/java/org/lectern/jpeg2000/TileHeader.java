package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;

/**
 * The tile-parts of one tile, opened: its coding, where its packets lie, and what helps to find them. Immutable;
 * arrays are not to be written.
 *
 * @param coding of the tile
 * @param bodies where the packets are, in order: one for each tile-part
 * @param packedHeaders the packet headers, when PPM or PPT hold them: those of all tile-parts one after the other
 * @param packetLengths the length of each packet of the tile in its order, from PLT, when every tile-part tells
 *     them and they fit into it; a hint that may lie
 */
record TileHeader(
        TileCoding coding, List<Body> bodies, Optional<byte[]> packedHeaders, Optional<int[]> packetLengths) {

    TileHeader {
        bodies = List.copyOf(bodies);
    }

    /** Bytes of packets that the file holds of the tile. */
    long bytes() {
        return bodies.stream().mapToLong(body -> body.to() - body.from()).sum()
                + packedHeaders.map(headers -> headers.length).orElse(0);
    }

    /** Bytes of heap. */
    long weight() {
        return 200 + coding.weight() + 48L * bodies.size() + packedHeaders.map(headers -> headers.length).orElse(0)
                + 4L * packetLengths.map(lengths -> lengths.length).orElse(0);
    }

    /**
     * The packets of one tile-part.
     *
     * @param from position in the file of the first byte
     * @param to position behind the last; not before {@code from}, inside the file
     */
    record Body(long from, long to) {}
}
