package org.lectern.image;

import java.util.Locale;
import org.lectern.core.IiifException;

/**
 * The {quality} of an image request.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#44-quality">Image API 3.0, 4.4</a>
 */
public enum Quality {
    /** What the picture itself has. */
    DEFAULT,
    /** All its colour. */
    COLOR,
    /** Shades of grey. */
    GRAY,
    /** Black and white only. */
    BITONAL;

    /**
     * Reads the text in front of the last dot of a request.
     *
     * @throws IiifException.Malformed when it names no quality
     */
    public static Quality parse(String text) {
        for (Quality quality : values()) {
            if (quality.toString().equals(text)) {
                return quality;
            }
        }
        throw new IiifException.Malformed(
                "The quality " + Numeral.quoted(text)
                        + " does not exist; one of default, color, gray, bitonal is meant.");
    }

    /**
     * What it comes to for a picture: DEFAULT when the picture's own quality is asked for by its name, and
     * when colour is asked of a picture that has none.
     *
     * @param nature what the picture's default quality gives: COLOR, GRAY or BITONAL
     */
    Quality resolved(Quality nature) {
        return this == nature || this == COLOR ? DEFAULT : this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
