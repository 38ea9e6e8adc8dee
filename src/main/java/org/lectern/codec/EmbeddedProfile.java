package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.util.Arrays;
import java.util.Optional;
import org.lectern.pixels.ProfileSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ICC profile of a source file, when it is one and fits the picture's samples. */
final class EmbeddedProfile {

    /** More than any profile of a real file; a larger one is as if it were not there. */
    static final int MAX_BYTES = 4 << 20;

    private static final int HEADER_BYTES = 128;
    private static final float LEAST_CHANGE = 0.02f;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedProfile.class);

    private EmbeddedProfile() {}

    /**
     * The profile's colour space; none when the bytes are no profile, are for other than
     * {@code components} colour bands, the colour management refuses them, or one of the channels makes
     * no difference.
     *
     * @param icc the profile as the file holds it; empty when it holds none
     * @param components 1 for grey, 3 for RGB, 4 for CMYK
     */
    static Optional<ColorSpace> space(byte[] icc, int components) {
        if (icc.length < HEADER_BYTES || icc.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            var space = new ProfileSpace(trimmed(icc));
            if (space.getType() != type(components)) {
                LOG.debug("A profile for another kind of colours is ignored.");
                return Optional.empty();
            }
            if (!usesEveryChannel(space, components)) { // one that is broken inside fails only here
                LOG.debug("A profile in which a channel changes nothing is ignored.");
                return Optional.empty();
            }
            return Optional.of(space);
        } catch (RuntimeException e) {
            LOG.debug("A broken profile is ignored: {}", e.toString());
            return Optional.empty();
        }
    }

    private static boolean usesEveryChannel(ICC_ColorSpace space, int components) {
        float[] none = space.toRGB(new float[components]);
        for (int i = 0; i < components; i++) {
            float[] full = new float[components];
            full[i] = 1;
            if (distance(space.toRGB(full), none) < LEAST_CHANGE) {
                return false;
            }
        }
        return true;
    }

    private static float distance(float[] one, float[] other) {
        float most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    /** The profile, or what the normal form says for pictures without: grey or sRGB. */
    static ColorSpace spaceOr(byte[] icc, int components) {
        return space(icc, components)
                .orElseGet(() -> ColorSpace.getInstance(components == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB));
    }

    private static int type(int components) {
        return switch (components) {
            case 1 -> ColorSpace.TYPE_GRAY;
            case 3 -> ColorSpace.TYPE_RGB;
            case 4 -> ColorSpace.TYPE_CMYK;
            default -> -1;
        };
    }

    private static byte[] trimmed(byte[] icc) {
        int told = (icc[0] & 0xff) << 24 | (icc[1] & 0xff) << 16 | (icc[2] & 0xff) << 8 | icc[3] & 0xff;
        return told >= HEADER_BYTES && told < icc.length ? Arrays.copyOf(icc, told) : icc.clone();
    }
}
