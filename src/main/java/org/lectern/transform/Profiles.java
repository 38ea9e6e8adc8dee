package org.lectern.transform;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

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

    private static final int KEPT = 32;

    private final Map<Key, Conversion> conversions = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Conversion> eldest) {
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

    private static boolean isMarker(ColorSpace space) {
        return space == GRAY
                || space instanceof ICC_ColorSpace icc
                        && icc.getProfile() == ICC_Profile.getInstance(ColorSpace.CS_GRAY);
    }

    private Conversion conversion(ICC_ColorSpace space) {
        var key = new Key(space.getProfile().getData());
        synchronized (conversions) {
            Conversion known = conversions.get(key);
            if (known != null) {
                return known;
            }
        }
        Conversion made = ProfileConversion.of(space); // outside the lock: two threads may both make it
        synchronized (conversions) {
            conversions.putIfAbsent(key, made);
        }
        return made;
    }

    /** The bytes of a profile. */
    private static final class Key {
        private final byte[] profile;
        private final int hash;

        Key(byte[] profile) {
            this.profile = profile;
            hash = Arrays.hashCode(profile);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && hash == key.hash && Arrays.equals(profile, key.profile);
        }
    }
}
