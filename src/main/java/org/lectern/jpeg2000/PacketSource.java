package org.lectern.jpeg2000;

import java.util.List;
import org.lectern.blob.Blob;

/** A way to the packets of one tile. For one thread. */
sealed interface PacketSource permits PacketWalk, PacketJumps {

    /**
     * Reads the packets of all precincts that a window of a resolution touches.
     *
     * @param bands of each sub-band the part that is needed
     * @return false when this way cannot be gone on: what it told may be wrong from here on
     */
    boolean require(Blob blob, int component, int resolution, List<Area> bands);

    /** How many packets another way has to read to know as much as this. */
    long packets();

    BlockTable blocks();

    /** Bytes of heap, without the geometry. */
    long weight();
}
