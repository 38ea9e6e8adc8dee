package org.lectern.image;

import static org.lectern.image.Numeral.quoted;

import java.math.BigDecimal;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * How large the region is to be, as in {size} of an image request.
 *
 * <p>{@code parse(s.toString(), version)} equals {@code s}. Immutable.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#42-size">Image API 3.0, 4.2</a>
 * @see <a href="https://iiif.io/api/image/2.1/#size">Image API 2.1, 4.2</a>
 */
public sealed interface Size {

    /** Whether the answer may be larger than the region. */
    enum Enlarging {
        /** Version 3 without a caret: never. */
        REFUSED,
        /** Version 3 with a caret: yes, where the server does it. */
        ASKED,
        /** Version 2: as far as the server does it. */
        IF_SERVED;

        private String caret() {
            return this == ASKED ? "^" : "";
        }
    }

    /**
     * Reads a size in the grammar of a version.
     *
     * @throws IiifException.Malformed when it is none
     */
    static Size parse(String text, ApiVersion version) {
        return SizeText.parse(text, version);
    }

    /**
     * The size of the answer before rotation.
     *
     * @param region size of the region, clipped at the picture's edges
     * @param limits what this server allows
     * @throws IiifException.Malformed when it has no pixel, is over the limits, or is larger than the region
     *     and not allowed to be
     * @throws IiifException.Unsupported when it asks for enlarging that this server does not do
     */
    Dimensions of(Dimensions region, Limits limits);

    /** The region's own size; over the limits it is an error. Version 2's {@code full}. */
    record Full() implements Size {
        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            return checked(region.width(), region.height(), region, limits, this, Enlarging.REFUSED);
        }

        @Override
        public String toString() {
            return "full";
        }
    }

    /**
     * The largest that the limits allow: {@code max}, {@code ^max}.
     *
     * @param enlarging ASKED with a caret; otherwise never larger than the region
     */
    record Max(Enlarging enlarging) implements Size {
        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            if (enlarging != Enlarging.ASKED || !limits.declared()) {
                return limits.largest(region);
            }
            Dimensions size = limits.enlarged(region);
            return checked(size.width(), size.height(), region, limits, this, enlarging);
        }

        @Override
        public String toString() {
            return enlarging.caret() + "max";
        }
    }

    /**
     * A percentage of the region: {@code pct:n}, {@code ^pct:n}.
     *
     * @param percent more than 0
     * @param enlarging whether it may exceed 100
     */
    record Percent(BigDecimal percent, Enlarging enlarging) implements Size {

        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        /** Refuses nothing and less; drops trailing zeros, so that equal percentages are equal. */
        public Percent {
            if (percent.signum() < 1) {
                throw empty("pct:" + percent);
            }
            percent = Numeral.plain(percent);
        }

        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            if (enlarging == Enlarging.REFUSED && percent.compareTo(ALL) > 0) {
                throw enlarged(this);
            }
            return checked(side(region.width()), side(region.height()), region, limits, this, enlarging);
        }

        private long side(int side) {
            return Numeral.percentOf(side, percent).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
        }

        @Override
        public String toString() {
            return enlarging.caret() + "pct:" + percent.toPlainString();
        }
    }

    /**
     * A width, the height following the region's aspect: {@code w,}, {@code ^w,}.
     *
     * @param width at least 1
     * @param enlarging whether it may exceed the region's
     */
    record Width(long width, Enlarging enlarging) implements Size {
        /** Refuses nothing and less. */
        public Width {
            if (width < 1) {
                throw empty(width + ",");
            }
        }

        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            if (!limits.allow(width, 1)) {
                throw overLimits(width, 1, limits, this);
            }
            long height = Limits.scaled(region.height(), (int) width, region.width());
            return checked(width, height, region, limits, this, enlarging);
        }

        @Override
        public String toString() {
            return enlarging.caret() + width + ",";
        }
    }

    /**
     * A height, the width following the region's aspect: {@code ,h}, {@code ^,h}.
     *
     * @param height at least 1
     * @param enlarging whether it may exceed the region's
     */
    record Height(long height, Enlarging enlarging) implements Size {
        /** Refuses nothing and less. */
        public Height {
            if (height < 1) {
                throw empty("," + height);
            }
        }

        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            if (!limits.allow(1, height)) {
                throw overLimits(1, height, limits, this);
            }
            long width = Limits.scaled(region.width(), (int) height, region.height());
            return checked(width, height, region, limits, this, enlarging);
        }

        @Override
        public String toString() {
            return enlarging.caret() + "," + height;
        }
    }

    /**
     * Both sides, whatever the region's aspect: {@code w,h}, {@code ^w,h}.
     *
     * @param width at least 1
     * @param height at least 1
     * @param enlarging whether either may exceed the region's
     */
    record Exact(long width, long height, Enlarging enlarging) implements Size {
        /** Refuses nothing and less. */
        public Exact {
            if (width < 1 || height < 1) {
                throw empty(width + "," + height);
            }
        }

        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            return checked(width, height, region, limits, this, enlarging);
        }

        @Override
        public String toString() {
            return enlarging.caret() + width + "," + height;
        }
    }

    /**
     * As large as fits into a box and the limits, the aspect kept: {@code !w,h}, {@code ^!w,h}. A large box is
     * no error.
     *
     * @param width of the box, at least 1
     * @param height of the box, at least 1
     * @param enlarging whether the region bounds it too
     */
    record Fit(long width, long height, Enlarging enlarging) implements Size {
        /** Refuses nothing and less. */
        public Fit {
            if (width < 1 || height < 1) {
                throw empty("!" + width + "," + height);
            }
        }

        @Override
        public Dimensions of(Dimensions region, Limits limits) {
            Dimensions most = mayEnlarge(limits) ? limits.enlarged(region) : limits.largest(region);
            if (most.width() <= width && most.height() <= height) {
                return checked(most.width(), most.height(), region, limits, this, enlarging);
            }
            Dimensions size = Limits.fit(region, side(width), side(height));
            return checked(
                    Math.min(size.width(), most.width()),
                    Math.min(size.height(), most.height()),
                    region,
                    limits,
                    this,
                    enlarging);
        }

        private boolean mayEnlarge(Limits limits) {
            return enlarging == Enlarging.ASKED || (enlarging == Enlarging.IF_SERVED && limits.upscaling());
        }

        private static int side(long side) {
            return (int) Math.min(side, Integer.MAX_VALUE);
        }

        @Override
        public String toString() {
            return enlarging.caret() + "!" + width + "," + height;
        }
    }

    private static Dimensions checked(
            long width, long height, Dimensions region, Limits limits, Size size, Enlarging enlarging) {
        if (width < 1 || height < 1) {
            throw empty(size.toString());
        }
        if (!limits.allow(width, height)) {
            throw overLimits(width, height, limits, size);
        }
        boolean larger = width > region.width() || height > region.height();
        if (larger && (enlarging == Enlarging.REFUSED || !limits.upscaling())) {
            throw enlarging == Enlarging.ASKED ? notEnlarged(size) : enlarged(size);
        }
        return new Dimensions((int) width, (int) height);
    }

    private static IiifException empty(String text) {
        return new IiifException.Malformed(
                "The size " + quoted(text) + " comes to no pixel; width and height begin at 1.");
    }

    private static IiifException overLimits(long width, long height, Limits limits, Size size) {
        return new IiifException.Malformed("The size " + quoted(size.toString()) + " is over the limit of "
                + limits.broken(width, height) + "; ask for 'max', which is the largest there is.");
    }

    private static IiifException enlarged(Size size) {
        return new IiifException.Malformed("The size " + quoted(size.toString())
                + " is larger than the region it is made from; ask for 'max' or less.");
    }

    private static IiifException notEnlarged(Size size) {
        return new IiifException.Unsupported("The size " + quoted(size.toString())
                + " needs enlarging, which this server does not do; ask for 'max' or less.");
    }
}
