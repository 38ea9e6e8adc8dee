package org.lectern.image;

import java.math.BigDecimal;
import java.math.MathContext;
import org.lectern.core.ApiVersion;
import tools.jackson.databind.node.ObjectNode;

/**
 * The physical dimensions service of an image: how many millimetres a pixel of the full picture is.
 *
 * <p>It has no endpoint. Both versions want an identifier, and the annex one that can be followed: a fragment of the
 * document that it stands in. The annex gives no type either, and predates version 3, which asks for one and allows the
 * older words {@code @id} and {@code @type}: the profile's URI is the one name that says the same under any context. The
 * context stays inside, where the annex puts it and clients look for it: at the top its {@code profile} would stand
 * beside the Image API's own.
 *
 * @see <a href="https://iiif.io/api/annex/services/#physical-dimensions">Physical dimensions</a>
 */
final class PhysicalDimensions {

    private static final String CONTEXT = "http://iiif.io/api/annex/services/physdim/1/context.json";
    private static final String PROFILE = "http://iiif.io/api/annex/services/physdim";
    private static final double MILLIMETRES_AN_INCH = 25.4;

    /* A file tells its dpi in whole numbers, or in whole pixels a metre. */
    private static final MathContext DIGITS = new MathContext(6);

    private PhysicalDimensions() {}

    /** Writes the service. */
    static void write(ObjectNode service, String id, double dpi, ApiVersion version) {
        service.put("@context", CONTEXT);
        service.put("@id", id + "/info.json#physical-dimensions");
        if (version != ApiVersion.V2) {
            service.put("@type", PROFILE);
        }
        service.put("profile", PROFILE);
        service.put("physicalScale", new BigDecimal(MILLIMETRES_AN_INCH / dpi, DIGITS).doubleValue());
        service.put("physicalUnits", "mm");
    }
}
