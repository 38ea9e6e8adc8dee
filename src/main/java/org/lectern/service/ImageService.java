package org.lectern.service;

import java.util.List;
import org.lectern.core.ApiVersion;

/** Image information and image requests. Thread-safe. */
public final class ImageService {

    /**
     * The image information document of an image or a page; for a book without a page 404 naming
     * its manifest.
     */
    public Answer info(Asked asked, ApiVersion version, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * A picture.
     *
     * @param pieces {region}, {size}, {rotation}, {quality}.{format}, decoded
     */
    public Answer image(Asked asked, List<String> pieces, ApiVersion version, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
