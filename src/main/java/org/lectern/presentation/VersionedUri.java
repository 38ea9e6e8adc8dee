package org.lectern.presentation;

import java.util.Objects;
import org.lectern.core.ApiVersion;

/**
 * The URI of one thing in each version of the API: a version 2 document refers to version 2 documents and services.
 *
 * @param v2 percent-encoded, absolute
 * @param v3 percent-encoded, absolute
 */
public record VersionedUri(String v2, String v3) {

    /** Nothing is null. */
    public VersionedUri {
        Objects.requireNonNull(v2);
        Objects.requireNonNull(v3);
    }

    /** The one of a version. */
    public String in(ApiVersion version) {
        return version == ApiVersion.V2 ? v2 : v3;
    }

    /** The same path below both. */
    public VersionedUri resolve(String path) {
        return new VersionedUri(v2 + "/" + path, v3 + "/" + path);
    }
}
