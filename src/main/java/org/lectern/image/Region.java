package org.lectern.image;

import static org.lectern.image.Numeral.decimal;
import static org.lectern.image.Numeral.integer;
import static org.lectern.image.Numeral.percentOf;
import static org.lectern.image.Numeral.plain;
import static org.lectern.image.Numeral.quoted;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * The part of the image asked for, as in {region} of an image request.
 *
 * <p>Units: pixels or percent of the full, upright image; origin top left; the right and bottom edges are
 * excluded. {@code parse(r.toString())} equals {@code r}. Immutable.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#41-region">Image API 3.0, 4.1</a>
 */
public sealed interface Region {

    /**
     * Reads {@code full}, {@code square}, {@code x,y,w,h} or {@code pct:x,y,w,h}.
     *
     * @throws IiifException.Malformed when it is none of them, or its width or height is 0
     */
    static Region parse(String text) {
        if (text.equals("full")) {
            return new Full();
        }
        if (text.equals("square")) {
            return new Square();
        }
        boolean percent = text.startsWith("pct:");
        String[] parts = (percent ? text.substring(4) : text).split(",", 5);
        if (parts.length != 4) {
            throw new IiifException.Malformed("The region " + quoted(text)
                    + " is none; one of full, square, x,y,w,h or pct:x,y,w,h is meant.");
        }
        return percent ? percent(parts, text) : pixels(parts, text);
    }

    /**
     * The pixels it means, clipped at the right and bottom edges; never empty.
     *
     * @param full size of the full, upright picture
     * @throws IiifException.Malformed when it lies wholly outside
     */
    Rect within(Dimensions full);

    /** Everything: {@code full}. */
    record Full() implements Region {
        @Override
        public Rect within(Dimensions full) {
            return full.bounds();
        }

        @Override
        public String toString() {
            return "full";
        }
    }

    /** The largest square, from the middle of the longer side: {@code square}. */
    record Square() implements Region {
        @Override
        public Rect within(Dimensions full) {
            int side = Math.min(full.width(), full.height());
            return new Rect((full.width() - side) / 2, (full.height() - side) / 2, side, side);
        }

        @Override
        public String toString() {
            return "square";
        }
    }

    /**
     * A rectangle of pixels: {@code x,y,w,h}. It may stick out of the picture.
     *
     * @param x first column, from 0
     * @param y first row, from 0
     * @param width columns, at least 1
     * @param height rows, at least 1
     */
    record Pixels(long x, long y, long width, long height) implements Region {
        /** Refuses the empty and the negative. */
        public Pixels {
            if (x < 0 || y < 0 || width < 1 || height < 1) {
                throw empty(x + "," + y + "," + width + "," + height);
            }
        }

        @Override
        public Rect within(Dimensions full) {
            if (x >= full.width() || y >= full.height()) {
                throw outside(this, full);
            }
            return new Rect(
                    (int) x,
                    (int) y,
                    (int) Math.min(width, full.width() - x),
                    (int) Math.min(height, full.height() - y));
        }

        @Override
        public String toString() {
            return x + "," + y + "," + width + "," + height;
        }
    }

    /**
     * A rectangle in percent of the picture's width and height: {@code pct:x,y,w,h}. It may stick out.
     * Edges are rounded half up; what is asked for is never rounded away.
     *
     * @param x left edge, from 0
     * @param y upper edge, from 0
     * @param width more than 0
     * @param height more than 0
     */
    record Percent(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) implements Region {

        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        /** Refuses the empty and the negative; drops trailing zeros, so that equal places are equal. */
        public Percent {
            if (x.signum() < 0 || y.signum() < 0 || width.signum() < 1 || height.signum() < 1) {
                throw empty("pct:" + x + "," + y + "," + width + "," + height);
            }
            x = plain(x);
            y = plain(y);
            width = plain(width);
            height = plain(height);
        }

        @Override
        public Rect within(Dimensions full) {
            if (x.compareTo(ALL) >= 0 || y.compareTo(ALL) >= 0) {
                throw outside(this, full);
            }
            int left = start(full.width(), x);
            int top = start(full.height(), y);
            return new Rect(
                    left, top, length(full.width(), width, left), length(full.height(), height, top));
        }

        private static int start(int side, BigDecimal percent) {
            return Math.min(percentOf(side, percent).intValueExact(), side - 1);
        }

        private static int length(int side, BigDecimal percent, int start) {
            BigDecimal room = BigDecimal.valueOf(side - start);
            return percentOf(side, percent).max(BigDecimal.ONE).min(room).intValueExact();
        }

        @Override
        public String toString() {
            return "pct:" + x.toPlainString() + "," + y.toPlainString() + "," + width.toPlainString() + ","
                    + height.toPlainString();
        }
    }

    private static Region pixels(String[] parts, String text) {
        long[] n = Stream.of(parts).mapToLong(part -> integer(part, text)).toArray();
        return new Pixels(n[0], n[1], n[2], n[3]);
    }

    private static Region percent(String[] parts, String text) {
        BigDecimal[] n = Stream.of(parts).map(part -> decimal(part, text)).toArray(BigDecimal[]::new);
        return new Percent(n[0], n[1], n[2], n[3]);
    }

    private static IiifException empty(String text) {
        return new IiifException.Malformed(
                "The region " + quoted(text) + " holds no pixel; its width and height begin at 1.");
    }

    private static IiifException outside(Region region, Dimensions full) {
        return new IiifException.Malformed("The region " + quoted(region.toString())
                + " lies outside the picture of " + full + " pixels.");
    }
}
