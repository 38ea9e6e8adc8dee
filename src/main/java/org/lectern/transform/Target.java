package org.lectern.transform;

import java.util.Objects;

/**
 * What the encoder behind the chain can take, and how the answer is to look.
 *
 * @param alpha whether it keeps transparency; when not, the picture is laid on the background
 * @param bits deepest samples it keeps, 8 or 16
 * @param profile whether it embeds a colour profile
 * @param look the administrator's settings
 */
public record Target(boolean alpha, int bits, boolean profile, Look look) {

    /** Checks the depth. */
    public Target {
        Objects.requireNonNull(look);
        if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException(bits + " bits a sample");
        }
    }

    /** Whether grey and RGB pictures keep their own profile instead of becoming sRGB. */
    public boolean keepsProfile() {
        return profile && look.keepProfiles();
    }
}
