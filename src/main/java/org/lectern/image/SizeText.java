package org.lectern.image;

import static org.lectern.image.Numeral.decimal;
import static org.lectern.image.Numeral.integer;
import static org.lectern.image.Numeral.quoted;

import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Size.Enlarging;

/** The {size} of either version as text: read, and chosen for the canonical form. */
final class SizeText {

    private SizeText() {}

    static Size parse(String text, ApiVersion version) {
        if (version == ApiVersion.V2) {
            return text.equals("full") ? new Size.Full() : bare(text, text, Enlarging.IF_SERVED, version);
        }
        return text.startsWith("^")
                ? bare(text.substring(1), text, Enlarging.ASKED, version)
                : bare(text, text, Enlarging.REFUSED, version);
    }

    /** The size without its caret. */
    private static Size bare(String bare, String text, Enlarging enlarging, ApiVersion version) {
        if (bare.equals("max")) {
            return new Size.Max(enlarging);
        }
        if (bare.startsWith("pct:")) {
            return new Size.Percent(decimal(bare.substring(4), text), enlarging);
        }
        boolean fit = bare.startsWith("!");
        String[] parts = (fit ? bare.substring(1) : bare).split(",", 3);
        if (parts.length != 2 || (fit ? parts[0].isEmpty() || parts[1].isEmpty() : bare.equals(","))) {
            throw none(text, version);
        }
        return fit
                ? new Size.Fit(integer(parts[0], text), integer(parts[1], text), enlarging)
                : sides(parts[0], parts[1], text, enlarging);
    }

    private static Size sides(String width, String height, String text, Enlarging enlarging) {
        if (height.isEmpty()) {
            return new Size.Width(integer(width, text), enlarging);
        }
        if (width.isEmpty()) {
            return new Size.Height(integer(height, text), enlarging);
        }
        return new Size.Exact(integer(width, text), integer(height, text), enlarging);
    }

    private static IiifException none(String text, ApiVersion version) {
        String meant = version == ApiVersion.V2
                ? "one of full, max, w, ,h pct:n w,h or !w,h is meant."
                : "one of max, w, ,h pct:n w,h or !w,h is meant, with ^ in front to enlarge.";
        return new IiifException.Malformed("The size " + quoted(text) + " is none; " + meant);
    }

    /**
     * The canonical size that comes to an output.
     *
     * @param output what a request came to
     * @param region what it was made from
     * @param limits under which it did
     * @param version whose canonical form
     */
    static Size canonical(Dimensions output, Dimensions region, Limits limits, ApiVersion version) {
        return version == ApiVersion.V2 ? canonical2(output, region) : canonical3(output, region, limits);
    }

    /* A width alone stands for the aspect kept only where the height follows from it to the very pixel:
     * a request by height may have been rounded another way. */
    private static Size canonical2(Dimensions output, Dimensions region) {
        if (output.equals(region)) {
            return new Size.Full();
        }
        long height = Limits.scaled(region.height(), output.width(), region.width());
        return height == output.height()
                ? new Size.Width(output.width(), Enlarging.IF_SERVED)
                : new Size.Exact(output.width(), output.height(), Enlarging.IF_SERVED);
    }

    private static Size canonical3(Dimensions output, Dimensions region, Limits limits) {
        if (output.equals(limits.largest(region))) {
            return new Size.Max(Enlarging.REFUSED);
        }
        if (limits.upscaling() && output.equals(limits.enlarged(region))) {
            return new Size.Max(Enlarging.ASKED);
        }
        boolean enlarged = output.width() > region.width() || output.height() > region.height();
        return new Size.Exact(
                output.width(), output.height(), enlarged ? Enlarging.ASKED : Enlarging.REFUSED);
    }
}
