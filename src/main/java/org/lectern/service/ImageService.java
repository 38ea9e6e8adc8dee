package org.lectern.service;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lectern.blob.Picture;
import org.lectern.blob.Validators;
import org.lectern.codec.Pyramid;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.About;
import org.lectern.image.Format;
import org.lectern.image.ImageInfo;
import org.lectern.image.ImageRequest;
import org.lectern.image.InfoJson;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.presentation.Markup;
import org.lectern.presentation.Rights;
import org.lectern.source.Item;

/**
 * Image information and image requests. Thread-safe.
 *
 * @see <a href="https://iiif.io/api/image/3.0/">Image API 3.0</a>
 * @see <a href="https://iiif.io/api/image/2.1/">Image API 2.1.1</a>
 */
public final class ImageService {

    /** Offered when the source has no tiles, or none that a viewer would want. */
    private static final Dimensions USUAL_TILE = new Dimensions(512, 512);

    private static final double UNKNOWN_DPI = 72;
    private static final int SMALLEST_TILE = 128;
    private static final int LARGEST_TILE = 1024;

    private final Pictures pictures;
    private final Links links;
    private final Limits limits;
    private final List<Format> preferred;
    private final Finder finder;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param pictures who makes pictures
     * @param links how URLs are written
     * @param limits how large an answer may be
     * @param preferred formats that clients should ask for, the best first; all of them served
     */
    public ImageService(
            Library library, Pictures pictures, Links links, Limits limits, List<Format> preferred) {
        this.pictures = Objects.requireNonNull(pictures);
        this.links = Objects.requireNonNull(links);
        this.limits = Objects.requireNonNull(limits);
        this.preferred = List.copyOf(preferred);
        this.finder = new Finder(library, links);
    }

    /**
     * The image information document of an image or a page; for a book without a page 404 naming
     * its manifest. Cost: the picture's header, when it is not in a cache.
     *
     * @throws IiifException.Missing when there is no such image
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Broken when its header cannot be read
     */
    public Answer info(Asked asked, ApiVersion version, Caller caller) {
        Holding holding = finder.image(asked, caller);
        Picture picture = holding.picture().orElseThrow();
        Pyramid pyramid = pictures.pyramid(picture);
        Optional<Item> item = finder.owner(holding, caller);
        ImageInfo info = ImageInfo.of(
                        pyramid.size(), tile(pyramid.levels().get(0)), limits, pictures.formats(), nature(pyramid))
                .preferring(preferred)
                .about(about(pyramid, item, caller));
        return JsonAnswer.of(
                Accept.of(caller).contentType(version, version.imageContext()),
                Optional.of(modified(picture, item)),
                List.of(new Answer.Link(version.imageProfile(), "profile")),
                InfoJson.write(info, links.asked(asked, caller), version));
    }

    private About about(Pyramid pyramid, Optional<Item> item, Caller caller) {
        return new About(
                item.flatMap(Item::rights).flatMap(Rights::uri),
                item.flatMap(Item::attribution).map(Markup::plain),
                told(pyramid.dpi()),
                item.map(whole -> About.Link.manifest(links.manifest(caller.base(), whole.id()).v3(), title(whole)))
                        .stream().toList(),
                item.map(Item::seeAlso).orElse(List.of()).stream().map(ImageService::link).toList());
    }

    private static String title(Item item) {
        List<String> segments = item.id().segments();
        return Markup.plain(item.label().isBlank() ? segments.get(segments.size() - 1) : item.label());
    }

    private static About.Link link(Item.SeeAlso link) {
        return new About.Link(
                link.id(), link.type(), link.label().map(Markup::plain), link.format(), link.profile());
    }

    /**
     * A picture. No pixel is decoded before the body is asked for.
     *
     * @param pieces {region}, {size}, {rotation}, {quality}.{format}, decoded
     * @throws IiifException.Malformed when the request is not well formed or asks for a format that is not made,
     *     whether the image exists or not; and when it asks for more than the image or the limits have
     * @throws IiifException.Unsupported when it asks for enlarging, which is not served
     * @throws IiifException.Missing when there is no such image
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Broken when its header cannot be read
     */
    public Answer image(Asked asked, List<String> pieces, ApiVersion version, Caller caller) {
        ImageRequest request = ImageRequest.parse(pieces, version);
        requireServed(request.format());
        Picture picture = finder.image(asked, caller).picture().orElseThrow();
        Pyramid pyramid = pictures.pyramid(picture);
        Plan plan = request.plan(pyramid.size(), nature(pyramid), limits);
        String etag = Validators.of(
                picture.validator(), plan.canonical(), plan.output().toString(), pictures.fingerprint(plan.format()));
        String canonical = links.asked(asked, caller) + "/" + plan.canonical().replace("^", "%5E");
        return new Answer.Image(
                plan.format().mediaType(),
                fileName(asked, plan),
                new Answer.Validity(etag, Optional.of(picture.blob().modified())),
                List.of(new Answer.Link(canonical, "canonical"), new Answer.Link(version.imageProfile(), "profile")),
                () -> pictures.image(picture, plan));
    }

    private void requireServed(Format format) {
        if (!pictures.formats().contains(format)) {
            throw new IiifException.Malformed("The format '" + format + "' is not made here; one of "
                    + pictures.formats().stream().map(Format::toString).sorted().collect(Collectors.joining(", "))
                    + " is.");
        }
    }

    /** What cameras and programs write who do not know says nothing of a size in print. */
    private static OptionalDouble told(OptionalDouble dpi) {
        return dpi.orElse(0) == UNKNOWN_DPI ? OptionalDouble.empty() : dpi;
    }

    /** The source's own tile, when it can be read alone and is of a shape that viewers want. */
    private static Dimensions tile(Pyramid.Level level) {
        Dimensions tile = level.tile();
        int shorter = Math.min(tile.width(), tile.height());
        int longer = Math.max(tile.width(), tile.height());
        boolean handy = shorter >= SMALLEST_TILE && longer <= LARGEST_TILE && longer <= 2 * shorter;
        return level.randomAccess() && handy ? tile : USUAL_TILE;
    }

    private static Instant modified(Picture picture, Optional<Item> item) {
        Instant own = picture.blob().modified();
        return item.map(Item::modified).filter(own::isBefore).orElse(own);
    }

    /** The identifier, then what was asked of it, in characters that every file system takes. */
    private static String fileName(Asked asked, Plan plan) {
        String canonical = plan.canonical();
        String request = canonical.substring(0, canonical.lastIndexOf('.'));
        String name = asked.id() + "_" + request;
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return safe.substring(Math.max(0, safe.length() - 180)) + "." + plan.format();
    }

    /** A scaled picture of one bit has greys at its edges: its default quality is grey, bitonal is another. */
    private static Quality nature(Pyramid pyramid) {
        return pyramid.nature() == Quality.BITONAL ? Quality.GRAY : pyramid.nature();
    }
}
