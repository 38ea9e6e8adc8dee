package org.lectern.presentation;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How large the object on a canvas is: the physical dimensions service, which has no endpoint.
 *
 * <p>Version 2 keeps its context inside; version 3 wants it at the top of the document. The annex gives no type, and
 * version 3 asks for one: the profile's URI is the one name that says the same under any context.
 *
 * @see <a href="https://iiif.io/api/annex/services/#physical-dimensions">Physical dimensions</a>
 */
final class PhysicalScale {

    static final String CONTEXT = "http://iiif.io/api/annex/services/physdim/1/context.json";
    static final String PROFILE = "http://iiif.io/api/annex/services/physdim";

    /* Resolutions are told in whole numbers: more digits would say nothing. */
    private static final MathContext DIGITS = new MathContext(6);

    private PhysicalScale() {}

    /** A fragment of what it is about. */
    static String id(Canvas canvas) {
        return canvas.id() + "#physical-dimensions";
    }

    static void write(Pen pen, double millimetres) {
        pen.text("profile", PROFILE);
        pen.number("physicalScale", new BigDecimal(millimetres, DIGITS).doubleValue());
        pen.text("physicalUnits", "mm");
    }
}
