package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.lectern.core.IiifException;
import org.lectern.pixels.Pixels;
import org.lectern.pixels.ProfileBytes;

/** What the encoders must know of a picture's colours. */
final class OutputProfile {

    private OutputProfile() {}

    /** The ICC profile to embed, the bytes of the source; not to be written into. None for sRGB and for grey without one. */
    static Optional<byte[]> of(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || space == ColorSpace.getInstance(ColorSpace.CS_GRAY)) {
            return Optional.empty();
        }
        return space instanceof ICC_ColorSpace icc ? Optional.of(ProfileBytes.of(icc).array()) : Optional.empty();
    }

    /**
     * Refuses what none of the encoders writes.
     *
     * @throws IiifException.Unsupported when the picture is neither grey nor RGB
     */
    static void requireGrayOrRgb(BufferedImage image) {
        int type = image.getColorModel().getColorSpace().getType();
        if (type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
            throw new IiifException.Unsupported("Only grey and RGB pictures can be written; this one has "
                    + Pixels.bands(image) + " bands of another kind.");
        }
    }
}
