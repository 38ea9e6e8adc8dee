package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Objects;
import org.lectern.core.Dimensions;

/**
 * The degrees of a {rotation}: turns the picture clockwise, all of it visible, not rescaled.
 *
 * <p>Multiples of 90 are exact. Any other angle gives the smallest upright box that holds the turned picture,
 * whole pixels rounded up, interpolated between the four nearest pixels; what is beside the picture is
 * transparent, so the result has an alpha band though the argument had none ({@link Colour} lays it on the
 * background for formats without transparency).
 *
 * @param degrees clockwise, 0 ≤ degrees &lt; 360
 * @see <a href="https://iiif.io/api/image/3.0/#43-rotation">Image API 3.0, 4.3</a>
 */
public record Rotate(BigDecimal degrees) implements Step {

    private static final BigDecimal QUARTER = BigDecimal.valueOf(90);
    private static final double ROUNDING = 1e-9; // a cosine's error must not add a column

    /** Checks nothing but presence: {@code Rotation} has checked the range. */
    public Rotate {
        Objects.requireNonNull(degrees);
    }

    /** Whether the angle is a multiple of 90. */
    public boolean isQuarter() {
        return degrees.remainder(QUARTER).signum() == 0;
    }

    /** The size that a picture of some size has once turned. */
    public Dimensions box(Dimensions size) {
        if (isQuarter()) {
            return quarters() % 2 == 0 ? size : size.turned();
        }
        double radians = Math.toRadians(degrees.doubleValue());
        double cos = Math.abs(Math.cos(radians));
        double sin = Math.abs(Math.sin(radians));
        return new Dimensions(
                up(size.width() * cos + size.height() * sin), up(size.height() * cos + size.width() * sin));
    }

    private static int up(double length) {
        return Math.max(1, (int) Math.ceil(length - ROUNDING));
    }

    private int quarters() {
        return degrees.divideToIntegralValue(QUARTER).intValue() % 4;
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        var size = new Dimensions(image.getWidth(), image.getHeight());
        if (!isQuarter()) {
            return new Turn(image, Math.toRadians(degrees.doubleValue())).into(box(size));
        }
        int width = image.getWidth();
        int pixels = width * image.getHeight();
        return switch (quarters()) {
            case 1 -> new Grid(pixels - width, -width, 1).lay(image, size.turned());
            case 2 -> new Grid(pixels - 1, -1, -width).lay(image, size);
            case 3 -> new Grid(width - 1, width, -1).lay(image, size.turned());
            default -> image;
        };
    }
}
