package org.lectern.transform;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.pixels.ProfileBytes;

/**
 * The conversions to sRGB by the profiles in use; the last {@value #KEPT} are kept, for building one costs
 * more than converting a tile. Thread-safe.
 *
 * <p>A profile that behaves like sRGB is found out by trial and costs nothing from then on. A profile that cannot be
 * used is ignored: its picture counts as untagged, and CMYK is mixed by a formula.
 */
public final class Profiles {

    /** The name of grey in the normal form; not what Java means by it, which has a linear curve. */
    static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

    /** Colour in the normal form. */
    static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    static final int KEPT = 32;

    private final Map<ProfileBytes, Conversion> conversions = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProfileBytes, Conversion> eldest) {
            return size() > KEPT;
        }
    };

    /** With none known yet. */
    public Profiles() {}

    /**
     * The picture in sRGB, or in grey when it is grey; of the same depth and with its alpha. The picture
     * itself when it is that already.
     */
    public BufferedImage toSrgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || isMarker(space)) {
            return image;
        }
        if (!(space instanceof ICC_ColorSpace icc)) {
            return Untagged.of(space).apply(image);
        }
        return conversion(icc).apply(image);
    }

    /** Whether it only says that a picture is grey. */
    static boolean isMarker(ColorSpace space) {
        return space == GRAY
                || space instanceof ICC_ColorSpace icc
                        && icc.getProfile() == ICC_Profile.getInstance(ColorSpace.CS_GRAY);
    }

    /** How many are kept just now. */
    int kept() {
        synchronized (conversions) {
            return conversions.size();
        }
    }

    /** The kept conversion of a profile, or a new one. */
    Conversion conversion(ICC_ColorSpace space) {
        var key = ProfileBytes.of(space);
        synchronized (conversions) {
            Conversion known = conversions.get(key);
            if (known != null) {
                return known;
            }
        }
        Conversion made = ProfileConversion.of(space); // outside the lock: two threads may both make it
        synchronized (conversions) {
            return Optional.ofNullable(conversions.putIfAbsent(key, made)).orElse(made);
        }
    }
}
