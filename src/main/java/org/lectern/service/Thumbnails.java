package org.lectern.service;

import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.image.Limits;
import org.lectern.presentation.Thumbnail;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Kind;
import org.lectern.source.Summary;

/** Small pictures that stand for large ones. */
final class Thumbnails {

    /** What viewers and galleries show, in pixels of the longer side. */
    private static final int EDGE = 200;

    private final Limits limits;

    Thumbnails(Limits limits) {
        this.limits = limits;
    }

    /** Of a picture whose size is known: the smallest of its halvings that is not below what viewers show. */
    Thumbnail of(VersionedUri service, Dimensions full) {
        int factor = 1;
        while (Math.max(full.width(), full.height()) / (factor * 2L) >= EDGE) {
            factor *= 2;
        }
        Dimensions size = limits.largest(full.dividedBy(factor));
        return new Thumbnail(
                service, "full/" + size.width() + "," + size.height() + "/0/default.jpg", Optional.of(size));
    }

    /** Of an item that nobody has opened; none of a recording, which has no picture to stand for it. */
    Optional<Thumbnail> of(Summary item, Links links, String base) {
        boolean recorded = item.kind() == Kind.AUDIO || item.kind() == Kind.MOVIES;
        return recorded && item.image().equals(item.id()) ? Optional.empty() : Optional.of(of(links.image(base, item)));
    }

    /** Of a picture that nobody has opened yet. */
    Thumbnail of(VersionedUri service) {
        Dimensions box = limits.largest(new Dimensions(EDGE, EDGE));
        return new Thumbnail(
                service, "full/!" + box.width() + "," + box.height() + "/0/default.jpg", Optional.empty());
    }
}
