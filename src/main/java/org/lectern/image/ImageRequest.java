package org.lectern.image;

import java.util.List;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The five parameters of an image request, understood but not yet applied to a picture.
 *
 * @param region the part asked for
 * @param size how large
 * @param rotation how turned
 * @param quality which colours
 * @param format how encoded
 * @param version whose grammar it followed
 * @see <a href="https://iiif.io/api/image/3.0/#4-image-requests">Image API 3.0, 4</a>
 */
public record ImageRequest(
        Region region, Size size, Rotation rotation, Quality quality, Format format, ApiVersion version) {

    /**
     * Reads the four last pieces of a path, each percent-decoded once.
     *
     * @param pieces {region}, {size}, {rotation}, {quality}.{format}
     * @param version whose grammar holds
     * @throws IiifException.Malformed naming the first piece that is wrong
     */
    public static ImageRequest parse(List<String> pieces, ApiVersion version) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * Applies the request to a picture.
     *
     * @param full size of the full, upright picture
     * @param nature what its default quality gives: COLOR, GRAY or BITONAL
     * @param limits what this server allows
     * @throws IiifException.Malformed when the region is outside or the size over the limits or enlarged against the rules
     * @throws IiifException.Unsupported when it needs enlarging that is not served (version 3's {@code ^})
     */
    public Plan plan(Dimensions full, Quality nature, Limits limits) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
