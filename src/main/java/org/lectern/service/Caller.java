package org.lectern.service;

import java.util.Objects;
import java.util.Optional;

/**
 * What a use case needs to know of a request beside what is asked for.
 *
 * @param base public base URL of this server with the context path, without a trailing slash:
 *     {@code https://iiif.example.org/lectern}
 * @param accept the Accept header, when there is one
 * @param visitor who asks
 */
public record Caller(String base, Optional<String> accept, Visitor visitor) {
    /** Nothing is null. */
    public Caller {
        Objects.requireNonNull(base);
        Objects.requireNonNull(accept);
        Objects.requireNonNull(visitor);
    }
}
