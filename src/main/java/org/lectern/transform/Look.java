package org.lectern.transform;

import java.util.Objects;

/**
 * What an administrator decides about the look of answers.
 *
 * @param background {@code 0xRRGGBB} under transparent pixels and beside turned pictures, for formats without alpha
 * @param keepProfiles whether pictures keep their own colour profile, in formats that embed one, instead of
 *     becoming sRGB
 * @param scaling how pictures become smaller
 * @param bitonal how they become black and white
 */
public record Look(int background, boolean keepProfiles, Scaling scaling, Bitonal bitonal) {

    /** White, what paper is. */
    public static final int WHITE = 0xffffff;

    /** White, sRGB for everyone, averaged areas, a threshold in the middle. */
    public static final Look STANDARD = new Look(WHITE, false, Scaling.AREA, Bitonal.MIDDLE);

    /** Nothing is absent, and the background is a colour. */
    public Look {
        Objects.requireNonNull(scaling);
        Objects.requireNonNull(bitonal);
        if ((background & ~WHITE) != 0) {
            throw new IllegalArgumentException("background " + Integer.toHexString(background) + " is not 0xRRGGBB");
        }
    }
}
