package org.lectern.render;

import org.lectern.transform.Target;

/**
 * What an administrator decides about the look of answers.
 *
 * @param background {@code 0xRRGGBB} under transparent pixels and beside turned pictures, for formats without alpha
 * @param keepProfiles whether pictures keep their own colour profile, in formats that embed one, instead of
 *     becoming sRGB
 */
public record RenderSettings(int background, boolean keepProfiles) {

    /** White, and sRGB for everyone. */
    public static final RenderSettings DEFAULT = new RenderSettings(Target.WHITE, false);
}
