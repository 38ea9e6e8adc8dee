package org.lectern.image;

import java.math.BigDecimal;
import java.util.Objects;
import org.lectern.core.IiifException;

/**
 * The {rotation} of an image request: mirrored left to right first, then turned clockwise.
 *
 * @param mirrored whether it began with {@code !}
 * @param degrees 0 ≤ degrees &lt; 360 (360 is 0), without trailing zeros
 * @see <a href="https://iiif.io/api/image/3.0/#43-rotation">Image API 3.0, 4.3</a>
 */
public record Rotation(boolean mirrored, BigDecimal degrees) {

    /** Leaves the picture as it is. */
    public static final Rotation NONE = new Rotation(false, BigDecimal.ZERO);

    /** Checks the range. */
    public Rotation {
        Objects.requireNonNull(degrees);
    }

    /**
     * Reads {@code n} or {@code !n}.
     *
     * @throws IiifException.Malformed when it is neither, or out of 0 to 360
     */
    public static Rotation parse(String text) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
