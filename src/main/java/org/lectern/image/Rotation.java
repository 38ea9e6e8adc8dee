package org.lectern.image;

import static org.lectern.image.Numeral.quoted;

import java.math.BigDecimal;
import org.lectern.core.IiifException;

/**
 * The {rotation} of an image request: mirrored left to right first, then turned clockwise.
 *
 * <p>{@code parse(r.toString())} equals {@code r}. Immutable.
 *
 * @param mirrored whether it began with {@code !}
 * @param degrees 0 ≤ degrees &lt; 360 (360 is 0), without trailing zeros
 * @see <a href="https://iiif.io/api/image/3.0/#43-rotation">Image API 3.0, 4.3</a>
 */
public record Rotation(boolean mirrored, BigDecimal degrees) {

    /** Leaves the picture as it is. */
    public static final Rotation NONE = new Rotation(false, BigDecimal.ZERO);

    private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);

    /** Checks the range; drops trailing zeros, so that equal angles are equal. */
    public Rotation {
        if (degrees.signum() < 0 || degrees.compareTo(BigDecimal.valueOf(360)) >= 0) {
            throw new IllegalArgumentException("a rotation by " + degrees);
        }
        degrees = Numeral.plain(degrees);
    }

    /**
     * Reads {@code n} or {@code !n}.
     *
     * @throws IiifException.Malformed when it is neither, or out of 0 to 360
     */
    public static Rotation parse(String text) {
        boolean mirrored = text.startsWith("!");
        BigDecimal degrees = Numeral.decimal(mirrored ? text.substring(1) : text, text);
        int order = degrees.compareTo(FULL_TURN);
        if (order > 0) {
            throw new IiifException.Malformed(
                    "The rotation " + quoted(text) + " is out of range; degrees go from 0 to 360.");
        }
        return new Rotation(mirrored, order == 0 ? BigDecimal.ZERO : degrees);
    }

    /** In canonical form: {@code 0}, {@code 22.5}, {@code !90}. */
    @Override
    public String toString() {
        return (mirrored ? "!" : "") + degrees.toPlainString();
    }
}
