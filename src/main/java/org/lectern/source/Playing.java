package org.lectern.source;

import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * What a recording's header tells.
 *
 * @param seconds how long it lasts; 0 when it does not tell
 * @param size of a video
 */
record Playing(double seconds, Optional<Dimensions> size) {

    static final Playing UNKNOWN = new Playing(0, Optional.empty());

    private static final double LONGEST = 1e7; // a third of a year

    Playing {
        seconds = seconds > 0 && seconds < LONGEST ? seconds : 0;
    }

    static Playing of(double seconds) {
        return new Playing(seconds, Optional.empty());
    }

    static Optional<Dimensions> size(long width, long height) {
        boolean isSize = width > 0 && height > 0 && width <= 65_535 && height <= 65_535;
        return isSize ? Optional.of(new Dimensions((int) width, (int) height)) : Optional.empty();
    }
}
