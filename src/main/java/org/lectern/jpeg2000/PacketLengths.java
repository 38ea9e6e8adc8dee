package org.lectern.jpeg2000;

import java.util.Arrays;
import java.util.Optional;

/**
 * Gathers what PLT tells of the packets of one tile, tile-part after tile-part. Not thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.7.3</a>
 */
final class PacketLengths {

    private static final int MOST = 1 << 24; // packets of a tile; beyond, the hint costs more than it saves

    private int[] lengths = {};
    private int count;
    private boolean plausible = true;

    /**
     * Takes those of the next tile-part: seven bits in a byte, the highest tells that more follow.
     *
     * @param body bytes of the tile-part's packets; more than these in all is a lie
     */
    void add(byte[] coded, long body) {
        long sum = 0;
        long length = 0;
        for (int i = 0; i < coded.length && plausible; i++) {
            length = length << 7 | coded[i] & 0x7f;
            plausible = sum + length <= body && length <= Integer.MAX_VALUE && count < MOST;
            if (coded[i] >= 0 && plausible) {
                append((int) length);
                sum += length;
                length = 0;
            }
        }
        plausible &= length == 0 && (sum > 0 || body == 0);
    }

    private void append(int length) {
        if (count == lengths.length) {
            lengths = Arrays.copyOf(lengths, Math.max(16, 2 * count));
        }
        lengths[count++] = length;
    }

    /** The lengths in order; nothing when a tile-part does not tell them, or lies. */
    Optional<int[]> all() {
        return plausible && count > 0 ? Optional.of(Arrays.copyOf(lengths, count)) : Optional.empty();
    }
}
