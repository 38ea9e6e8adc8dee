package org.lectern.image;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.lectern.core.Dimensions;

/**
 * How large an answer may be, in pixels of the scaled image before rotation, and whether pictures
 * may be enlarged. Declared in info.json and kept by every {@link Plan}.
 *
 * @param maxWidth widest; when it stands alone it bounds the height too
 * @param maxHeight highest; only together with {@code maxWidth}
 * @param maxArea most pixels
 * @param upscaling whether version 3's {@code ^} and version 2's sizes above full are served
 * @see <a href="https://iiif.io/api/image/3.0/#52-technical-properties">Image API 3.0, 5.2</a>
 */
public record Limits(OptionalInt maxWidth, OptionalInt maxHeight, OptionalLong maxArea, boolean upscaling) {

    /** No limit, no enlarging. */
    public static final Limits NONE =
            new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), false);

    /** Checks what the specification forbids. */
    public Limits {
        if (maxWidth.orElse(1) < 1 || maxHeight.orElse(1) < 1 || maxArea.orElse(1) < 1) {
            throw new IllegalArgumentException("a limit below 1 pixel");
        }
        if (maxHeight.isPresent() && maxWidth.isEmpty()) {
            throw new IllegalArgumentException("maxHeight without maxWidth");
        }
        if (upscaling && maxWidth.isEmpty() && maxArea.isEmpty()) {
            throw new IllegalArgumentException("upscaling needs maxWidth or maxArea");
        }
    }

    /** Whether an answer of this size may be given. */
    public boolean allow(Dimensions size) {
        return allow(size.width(), size.height());
    }

    boolean allow(long width, long height) {
        return width <= widest() && height <= highest() && width * height <= maxArea.orElse(Long.MAX_VALUE);
    }

    /**
     * The largest size of a region that is allowed and not enlarged: version 3's {@code max}, by the
     * specification's own algorithm, so that clients who follow it come to the same size.
     */
    public Dimensions largest(Dimensions region) {
        return allow(region) ? region : inside(region, withinArea(region, region.width(), region.height()));
    }

    /** The largest size of a region that is allowed though it be enlarged. */
    Dimensions enlarged(Dimensions region) {
        if (!allow(region)) {
            return largest(region);
        }
        Dimensions wide = fit(region, widest(), highest());
        return inside(region, withinArea(region, wide.width(), wide.height()));
    }

    /** The largest size of a region inside a box, its aspect kept; a side that rounds to 0 is 1. */
    static Dimensions fit(Dimensions region, int width, int height) {
        long scaledHeight = scaled(region.height(), width, region.width());
        if (scaledHeight <= height) {
            return new Dimensions(width, (int) scaledHeight);
        }
        long scaledWidth = scaled(region.width(), height, region.height());
        return new Dimensions((int) Math.min(scaledWidth, width), height);
    }

    /** {@code side * to / of}, rounded half up, at least 1; exact for any three ints. */
    static long scaled(int side, int to, int of) {
        return Math.max(1, ((long) side * to + of / 2) / of);
    }

    private Dimensions withinArea(Dimensions region, int width, int height) {
        if ((long) width * height <= maxArea.orElse(Long.MAX_VALUE)) {
            return new Dimensions(width, height);
        }
        long byArea = root(region.width(), region.height());
        long highByArea = root(region.height(), region.width());
        return new Dimensions((int) Math.min(width, byArea), (int) Math.min(height, highByArea));
    }

    /** A side of the largest picture of maxArea with this aspect: √(maxArea · side / other) rounded down, at least 1. */
    private long root(int side, int other) {
        BigInteger square = BigInteger.valueOf(maxArea.orElseThrow())
                .multiply(BigInteger.valueOf(side))
                .divide(BigInteger.valueOf(other));
        return square.sqrt().max(BigInteger.ONE).longValueExact();
    }

    private Dimensions inside(Dimensions region, Dimensions size) {
        int width = size.width();
        int height = size.height();
        if (width > widest()) {
            width = widest();
            height = clamped(scaled(region.height(), width, region.width()), Integer.MAX_VALUE);
        }
        if (height > highest()) {
            height = highest();
            width = clamped(scaled(region.width(), height, region.height()), widest());
        }
        return clipped(width, height);
    }

    /** Rounding, and sides kept at 1 pixel, may have gone past the area. */
    private Dimensions clipped(int width, int height) {
        long area = maxArea.orElse(Long.MAX_VALUE);
        int narrow = clamped(area, width);
        return new Dimensions(narrow, clamped(Math.max(1, area / narrow), height));
    }

    private static int clamped(long value, int most) {
        return (int) Math.min(value, most);
    }

    /** Whether there is any. */
    boolean declared() {
        return maxWidth.isPresent() || maxArea.isPresent();
    }

    int widest() {
        return maxWidth.orElse(Integer.MAX_VALUE);
    }

    int highest() {
        return maxHeight.orElse(widest());
    }

    /**
     * The limits that a size which is not allowed breaks, for messages: {@code maxWidth 3000, maxArea 4000000}.
     * Where none is declared a side is still an int.
     */
    String broken(long width, long height) {
        var text = new StringJoiner(", ");
        if (width > widest() || height > highest() && maxHeight.isEmpty()) {
            text.add("maxWidth " + widest());
        }
        if (height > highest() && maxHeight.isPresent()) {
            text.add("maxHeight " + highest());
        }
        if (maxArea.isPresent() && exceeds(width, height, maxArea.getAsLong())) {
            text.add("maxArea " + maxArea.getAsLong());
        }
        return text.toString();
    }

    /** Division, because two sides of a request may be more than a long holds together. */
    private static boolean exceeds(long width, long height, long area) {
        return width > area / height;
    }
}
