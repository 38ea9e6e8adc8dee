package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;

/**
 * A small picture that stands for something, with the image service it comes from.
 *
 * @param service base URIs of the image service
 * @param request region, size and the rest, below the service: {@code full/351,234/0/default.jpg}
 * @param size what the request gives, when that is known without opening the picture
 * @see <a href="https://iiif.io/api/presentation/3.0/#thumbnail">Presentation API 3.0, 3.1</a>
 */
public record Thumbnail(VersionedUri service, String request, Optional<Dimensions> size) {

    /** Nothing is null. */
    public Thumbnail {
        Objects.requireNonNull(service);
        Objects.requireNonNull(request);
        Objects.requireNonNull(size);
    }

    /** The picture's own URI. */
    public String uri(ApiVersion version) {
        return service.in(version) + "/" + request;
    }
}
