package org.lectern.image;

import static org.lectern.image.Numeral.quoted;

import java.util.List;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

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
        if (pieces.size() != 4) {
            throw new IiifException.Malformed(
                    "An image request ends in {region}/{size}/{rotation}/{quality}.{format}.");
        }
        Region region = Region.parse(pieces.get(0));
        Size size = Size.parse(pieces.get(1), version);
        Rotation rotation = Rotation.parse(pieces.get(2));
        String last = pieces.get(3);
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw new IiifException.Malformed(
                    quoted(last) + " names no format; {quality}.{format} is meant, as in default.jpg.");
        }
        return new ImageRequest(
                region,
                size,
                rotation,
                Quality.parse(last.substring(0, dot)),
                Format.parse(last.substring(dot + 1)),
                version);
    }

    /**
     * Applies the request to a picture.
     *
     * @param full size of the full, upright picture
     * @param nature what its default quality gives: COLOR, GRAY or BITONAL
     * @param limits what this server allows
     * @throws IiifException.Malformed when the region is outside or the size over the limits or enlarged
     *     against the rules
     * @throws IiifException.Unsupported when it needs enlarging that is not served (version 3's {@code ^})
     */
    public Plan plan(Dimensions full, Quality nature, Limits limits) {
        Rect source = region.within(full);
        Dimensions output = size.of(source.size(), limits);
        Quality resolved = quality.resolved(nature);
        return new Plan(
                full, source, output, rotation, resolved, format, canonical(full, source, output, resolved, limits));
    }

    private String canonical(Dimensions full, Rect source, Dimensions output, Quality resolved, Limits limits) {
        String part = source.equals(full.bounds()) ? "full" : source.toString();
        Size scaled = SizeText.canonical(output, source.size(), limits, version);
        return part + "/" + scaled + "/" + rotation + "/" + resolved + "." + format;
    }

    /** As it stands in a path; a {@code ^} is raw and has to be percent-encoded there. */
    @Override
    public String toString() {
        return region + "/" + size + "/" + rotation + "/" + quality + "." + format;
    }
}
