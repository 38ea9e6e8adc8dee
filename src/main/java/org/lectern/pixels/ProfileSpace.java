package org.lectern.pixels;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;

/**
 * The colour space of a file's ICC profile, which remembers the very bytes: Java's colour management gives a profile
 * back with another header than it was given. Thread-safe.
 */
public final class ProfileSpace extends ICC_ColorSpace {

    private static final long serialVersionUID = 1;

    private final transient ProfileBytes bytes;

    /**
     * Takes the array over: it is not to be written into from then on.
     *
     * @throws IllegalArgumentException when the bytes are no profile that Java can use
     */
    public ProfileSpace(byte[] icc) {
        super(ICC_Profile.getInstance(icc));
        bytes = new ProfileBytes(icc);
    }

    ProfileBytes bytes() {
        return bytes;
    }
}
