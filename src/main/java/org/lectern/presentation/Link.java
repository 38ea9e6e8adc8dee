package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;

/**
 * Points to a file or a page elsewhere: an entry of {@code homepage}, {@code seeAlso} or {@code rendering}.
 *
 * @param id its URI, percent-encoded
 * @param type what it is, in the words of version 3: {@code Text}, {@code Dataset}, {@code Image} …
 * @param label what to call it, at least one text
 * @param format its media type
 * @param profile URI of the schema it follows
 */
public record Link(
        String id, String type, LanguageMap label, Optional<String> format, Optional<String> profile) {

    /** What must be there is. */
    public Link {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(format);
        Objects.requireNonNull(profile);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a link needs a label: " + id);
        }
    }
}
