package org.lectern.jpeg2000;

import java.util.Optional;

/**
 * The SOT marker segment.
 *
 * @param tile Isot
 * @param length Psot: bytes of the tile-part from SOT on; 0 when it goes to the end of the codestream
 * @param parts TNsot: tile-parts of the tile; 0 when not told
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.4.2</a>
 */
record StartOfTilePart(int tile, long length, int parts) {

    /** Length of the marker segment with its marker. */
    static final int BYTES = 12;

    private static final int SEGMENT_LENGTH = 10;

    /** Reads it at a position; nothing when there is none. */
    static Optional<StartOfTilePart> read(BlobBytes in, long at) {
        in.seek(at);
        if (in.remaining() < BYTES || in.u16() != Markers.SOT || in.u16() != SEGMENT_LENGTH) {
            return Optional.empty();
        }
        int tile = in.u16();
        long length = in.u32();
        in.u8(); // TPsot: the order in the codestream tells it, and does not err
        return Optional.of(new StartOfTilePart(tile, length, in.u8()));
    }
}
