package org.lectern.pixels;

import java.awt.color.ICC_ColorSpace;
import java.util.Arrays;

/**
 * An ICC profile as a file holds it, compared by its content; the hash is found once. Immutable, as long as
 * nobody writes into {@link #array()}.
 */
public final class ProfileBytes {

    private final byte[] bytes;
    private final int hash;

    ProfileBytes(byte[] bytes) {
        this.bytes = bytes;
        hash = Arrays.hashCode(bytes);
    }

    /** The profile of a colour space: the very bytes of {@link ProfileSpace}, else what Java makes of it. */
    public static ProfileBytes of(ICC_ColorSpace space) {
        return space instanceof ProfileSpace own ? own.bytes() : new ProfileBytes(space.getProfile().getData());
    }

    /** The bytes themselves, not a copy: not to be written into. */
    public byte[] array() {
        return bytes;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileBytes profile && hash == profile.hash && Arrays.equals(bytes, profile.bytes);
    }
}
