package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.lectern.cache.WeighedCache;

/**
 * The colour spaces of profiles seen before: trying a profile costs a good part of a tile, and all pages of a book have
 * the same. Thread-safe.
 */
final class KnownProfiles {

    private static final long BYTES = 4 << 20;
    private static final int BESIDE = 1 << 15; // what the colour management keeps for one

    private final WeighedCache<Key, Known> spaces = new WeighedCache<>(BYTES, known -> BESIDE + 2L * known.bytes());

    /** By content. */
    private record Key(ByteBuffer icc, int components) {}

    private record Known(Optional<ColorSpace> space, int bytes) {}

    /** As {@link EmbeddedProfile#space}. */
    Optional<ColorSpace> space(byte[] icc, int components) {
        return spaces.get(new Key(ByteBuffer.wrap(icc), components),
                () -> new Known(EmbeddedProfile.space(icc, components), icc.length)).space();
    }
}
