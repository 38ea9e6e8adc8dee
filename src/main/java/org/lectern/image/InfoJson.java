package org.lectern.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@link ImageInfo} as info.json of either version. It declares level 2 and, beyond it, what is
 * served and nothing else.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#5-image-information">Image API 3.0, 5</a>
 * @see <a href="https://iiif.io/api/image/2.1/#image-information">Image API 2.1, 5</a>
 */
public final class InfoJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROTOCOL = "http://iiif.io/api/image";

    /* Served for every picture, and in neither version's level 2. */
    private static final List<String> FEATURES =
            List.of("canonicalLinkHeader", "profileLinkHeader", "mirroring", "rotationArbitrary");

    private InfoJson() {}

    /**
     * The document as UTF-8 JSON.
     *
     * @param info what to say
     * @param id the base URI of the image, without a trailing slash
     * @param version which document
     */
    public static byte[] write(ImageInfo info, String id, ApiVersion version) {
        return JSON.writeValueAsBytes(version == ApiVersion.V2 ? version2(info, id) : version3(info, id));
    }

    private static ObjectNode version2(ImageInfo info, String id) {
        ObjectNode document = JSON.createObjectNode();
        document.put("@context", ApiVersion.V2.imageContext());
        document.put("@id", id);
        document.put("protocol", PROTOCOL);
        dimensions(document, info.size());
        grids(document, info);
        ArrayNode profile = document.putArray("profile").add(ApiVersion.V2.imageProfile());
        beyondLevel2(profile.addObject(), info);
        About about = info.about();
        about.attribution().ifPresent(text -> document.put("attribution", text));
        about.rights().ifPresent(uri -> document.put("license", uri));
        about.dpi().ifPresent(
                dpi -> PhysicalDimensions.write(document.putObject("service"), id, dpi, ApiVersion.V2));
        return document;
    }

    private static void beyondLevel2(ObjectNode profile, ImageInfo info) {
        // Bitonal is part of this version's level 2.
        texts(profile, "formats", extraFormats(info));
        texts(profile, "qualities", info.qualities().stream().filter(quality -> quality != Quality.BITONAL));
        Stream<String> always = Stream.concat(FEATURES.stream(), Stream.of("regionSquare"));
        texts(profile, "supports", features(always, "sizeAboveFull", info.limits()));
        limits(profile, info.limits());
    }

    private static ObjectNode version3(ImageInfo info, String id) {
        ObjectNode document = JSON.createObjectNode();
        document.put("@context", ApiVersion.V3.imageContext());
        document.put("id", id);
        document.put("type", "ImageService3");
        document.put("protocol", PROTOCOL);
        document.put("profile", "level2");
        dimensions(document, info.size());
        limits(document, info.limits());
        grids(document, info);
        texts(document, "extraQualities", info.qualities().stream());
        texts(document, "extraFormats", extraFormats(info));
        texts(document, "extraFeatures", features(FEATURES.stream(), "sizeUpscaling", info.limits()));
        texts(document, "preferredFormats", info.preferred().stream());
        About about = info.about();
        about.rights().flatMap(InfoJson::rights).ifPresent(uri -> document.put("rights", uri));
        links(document, "partOf", about.partOf());
        links(document, "seeAlso", about.seeAlso());
        about.dpi().ifPresent(dpi -> PhysicalDimensions.write(
                document.putArray("service").addObject(), id, dpi, ApiVersion.V3));
        return document;
    }

    private static void links(ObjectNode document, String name, List<About.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        ArrayNode array = document.putArray(name);
        for (About.Link link : links) {
            ObjectNode node = array.addObject().put("id", link.id()).put("type", link.type());
            link.label().ifPresent(text -> node.putObject("label").putArray("none").add(text));
            link.format().ifPresent(text -> node.put("format", text));
            link.profile().ifPresent(text -> node.put("profile", text));
        }
    }

    /* Version 3 allows these two vocabularies alone, and knows their terms in the http form. */
    private static Optional<String> rights(String uri) {
        String plain = uri.startsWith("https:") ? "http:" + uri.substring("https:".length()) : uri;
        boolean allowed = plain.startsWith("http://creativecommons.org/")
                || plain.startsWith("http://rightsstatements.org/");
        return allowed ? Optional.of(plain) : Optional.empty();
    }

    private static void grids(ObjectNode document, ImageInfo info) {
        ArrayNode sizes = document.putArray("sizes");
        info.sizes().forEach(size -> dimensions(sizes.addObject(), size));
        ArrayNode tiles = document.putArray("tiles");
        for (ImageInfo.Tiles grid : info.tiles()) {
            ArrayNode factors = dimensions(tiles.addObject(), grid.tile()).putArray("scaleFactors");
            grid.scaleFactors().forEach(factors::add);
        }
    }

    private static ObjectNode dimensions(ObjectNode node, Dimensions size) {
        return node.put("width", size.width()).put("height", size.height());
    }

    private static void limits(ObjectNode node, Limits limits) {
        limits.maxWidth().ifPresent(value -> node.put("maxWidth", value));
        limits.maxHeight().ifPresent(value -> node.put("maxHeight", value));
        limits.maxArea().ifPresent(value -> node.put("maxArea", value));
    }

    private static Stream<Format> extraFormats(ImageInfo info) {
        return info.formats().stream().filter(format -> format != Format.JPG && format != Format.PNG);
    }

    private static Stream<String> features(Stream<String> always, String enlarging, Limits limits) {
        return limits.upscaling() ? Stream.concat(always, Stream.of(enlarging)) : always;
    }

    private static void texts(ObjectNode node, String name, Stream<?> values) {
        List<String> texts = values.map(Object::toString).toList();
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(name);
            texts.forEach(array::add);
        }
    }
}
