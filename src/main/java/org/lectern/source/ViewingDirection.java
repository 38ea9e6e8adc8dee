package org.lectern.source;

import java.util.Locale;

/** The order in which canvases are shown, in the Presentation API's words. */
public enum ViewingDirection {
    /** The default. */
    LEFT_TO_RIGHT,
    /** For Hebrew, Arabic, traditional Japanese … */
    RIGHT_TO_LEFT,
    /** Scrolls. */
    TOP_TO_BOTTOM,
    /** Rarely. */
    BOTTOM_TO_TOP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
