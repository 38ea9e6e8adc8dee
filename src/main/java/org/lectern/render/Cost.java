package org.lectern.render;

import java.math.BigDecimal;
import org.lectern.codec.Decoder;
import org.lectern.codec.Encoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.transform.Chain;
import org.lectern.transform.Depth;
import org.lectern.transform.Rotate;
import org.lectern.transform.Scale;
import org.lectern.transform.Scaling;

/** Heap bytes at the peak of each kind of work: honest upper estimates. */
final class Cost {

    private static final int FILTERED_LINES = 24;
    private static final long MOST_SAMPLES = Integer.MAX_VALUE - 64L; // of one Java array

    private static final BigDecimal QUARTER = BigDecimal.valueOf(90);

    private static final long SMALL = 1 << 16; // what every answer takes

    private Cost() {}

    /** Decoding a level at once and slicing it. */
    static long whole(Pyramid pyramid, int level, Decoder decoder) {
        return bands(pyramid, level, decoder, pyramid.levels().get(level).size().height());
    }

    /**
     * Decoding a level in bands of so many rows and slicing them: the decoder's own peak, or a band beside its
     * half and a slice; and the quarter that grows meanwhile.
     */
    static long bands(Pyramid pyramid, int level, Decoder decoder, int rows) {
        Dimensions size = pyramid.levels().get(level).size();
        var band = new Dimensions(size.width(), rows);
        if (band.area() * pyramid.bands() > MOST_SAMPLES) {
            return Long.MAX_VALUE;
        }
        long slice = (long) Ladder.SLICE * Ladder.SLICE * pyramid.bands() * pyramid.bits() / 8;
        long peak = bytes(band, pyramid) / 4 * 5 + slice;
        for (int y = 0; y < size.height(); y += rows) {
            var rect = new Rect(0, y, size.width(), Math.min(rows, size.height() - y));
            peak = Math.max(peak, decoder.cost(pyramid, level, rect));
        }
        return rows < size.height() ? peak + bytes(size, pyramid) / 16 : peak;
    }

    /**
     * A part of a resolution, as one picture.
     *
     * @throws IiifException.TooLarge when no array holds it
     */
    static long region(Pyramid pyramid, Rect rect) {
        check(rect.size(), pyramid.bands());
        return bytes(rect.size(), pyramid);
    }

    /** Cutting a part out of a band, or of what is derived from it. */
    static long cutting(Pyramid pyramid, int level, int rows, Rect part) {
        Dimensions size = pyramid.levels().get(level).size();
        long quarter = rows < size.height() ? bytes(size, pyramid) / 16 : 0;
        return bytes(new Dimensions(size.width(), rows), pyramid) / 4 * 5 + quarter + region(pyramid, part);
    }

    /** One cell that is not kept yet: decoded, and copied for the cache. */
    static long cell(Pyramid pyramid, Resolution resolution, Decoder decoder) {
        return decoder.cost(pyramid, resolution.level(), resolution.cell().bounds())
                + bytes(resolution.cell(), pyramid);
    }

    /**
     * The chain and the encoder: one picture when at most colours are converted, two side by side
     * when more is done, with room for alpha or three colours; and the encoded bytes.
     *
     * @throws IiifException.TooLarge when no array holds them
     */
    static long chain(Pyramid pyramid, Plan plan, Chain chain, Encoder encoder) {
        Dimensions box = new Rotate(plan.rotation().degrees()).box(plan.output());
        int bands = Math.max(4, pyramid.bands() + 1);
        check(box, bands);
        long picture = Math.max(box.area(), plan.output().area()) * bands * (pyramid.bits() / 8);
        long steps = chain.steps().stream()
                .filter(step -> !(step instanceof Depth) || pyramid.bits() > 8)
                .count();
        boolean corners = encoder.alpha() && plan.rotation().degrees().remainder(QUARTER).signum() != 0;
        int written = Math.min(4, pyramid.bands() + (corners ? 1 : 0));
        return (steps == 1 ? bytes(box, pyramid) : 2 * picture) + lines(chain, plan, bands) + encoded(pyramid, plan.format(), box)
                + encoder.cost(box, written, Math.min(encoder.bits(), pyramid.bits())) + SMALL;
    }

    /** What a filter keeps of scaled lines, in doubles: its reach below a reduction by 4, from where averages help it. */
    private static long lines(Chain chain, Plan plan, int bands) {
        boolean filtered = chain.steps().stream()
                .anyMatch(step -> step instanceof Scale scale && scale.scaling() == Scaling.LANCZOS);
        return filtered ? (long) FILTERED_LINES * plan.output().width() * bands * Double.BYTES : 0;
    }

    private static long encoded(Pyramid pyramid, Format format, Dimensions box) {
        boolean lossy = format == Format.JPG || format == Format.WEBP;
        return lossy ? box.area() : bytes(box, pyramid) * 3 / 2; // twice three quarters: in chunks, then in one piece
    }

    private static long bytes(Dimensions size, Pyramid pyramid) {
        return size.area() * pyramid.bands() * (pyramid.bits() / 8);
    }

    private static void check(Dimensions size, int bands) {
        if (size.area() * bands > MOST_SAMPLES) {
            throw new IiifException.TooLarge("A picture of " + size + " pixels is more than one request can have here;"
                    + " ask for a smaller region or size.");
        }
    }
}
