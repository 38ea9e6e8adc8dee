package org.lectern.service;

import java.util.Optional;
import org.lectern.core.ApiVersion;

/** Manifests and collections. Thread-safe. */
public final class ManifestService {

    /**
     * The manifest of an item, or of a single page of it; for a collection a redirect to its document.
     *
     * @param version as the path says; when it does not, the Accept header's profile decides, then
     *     the setting for unversioned manifests
     */
    public Answer manifest(Asked asked, Optional<ApiVersion> version, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The collection of a folder, {@code Identifier.ROOT} for the library. Version as for manifests. */
    public Answer collection(Asked asked, Optional<ApiVersion> version, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
