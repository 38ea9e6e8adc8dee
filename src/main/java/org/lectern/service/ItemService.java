package org.lectern.service;

import java.util.Optional;

/** What {@code /{id}} answers: a page for people, a summary for programs, or the way to info.json. Thread-safe. */
public final class ItemService {

    /**
     * The answer for {@code /{id}} and {@code /iiif/{id}}.
     *
     * @param html whether the client prefers HTML (a browser)
     * @return a viewer page, a summary document, or a redirect (image or page: 303 to info.json;
     *     spelled with raw slashes: 303 to the {@code $} form); empty when there is nothing of that name
     */
    public Optional<Answer> item(Asked asked, boolean html, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * The answer for {@code /iiif/2/{id}} and {@code /iiif/3/{id}}: 303 to info.json (image or page),
     * manifest.json or collection.json, for browsers too.
     */
    public Answer base(Asked asked, Caller caller) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
