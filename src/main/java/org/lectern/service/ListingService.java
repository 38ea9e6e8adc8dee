package org.lectern.service;

import java.util.Optional;

/** The list of all items, as JSON. Thread-safe. */
public final class ListingService {

    /**
     * One page of the list, in both shapes that clients know.
     *
     * @param path where it was asked for, below the base URL: {@code "/"} or {@code "/iiif/"}
     * @param page text of the parameter {@code page}
     * @param limit text of the parameter {@code limit}
     */
    public Answer list(String path, Optional<String> page, Optional<String> limit, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
