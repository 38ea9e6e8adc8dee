package org.lectern.service;

import java.util.Objects;
import java.util.Optional;
import org.lectern.core.ApiVersion;

/**
 * What a house puts on all that it publishes.
 *
 * @param wording words of its own
 * @param publisher who gives the items, when it is said
 * @param unversioned the version that is spoken where neither path nor Accept header tells one
 * @param build changes with the program and with every setting that shapes a document without being named in it
 */
public record Imprint(Wording wording, Optional<Publisher> publisher, ApiVersion unversioned, String build) {

    /** Nothing is null. */
    public Imprint {
        Objects.requireNonNull(wording);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(unversioned);
        Objects.requireNonNull(build);
    }

    /**
     * Who gives the items.
     *
     * @param name of the organisation, not blank
     * @param homepage URL of its page for people
     * @param logo URL of its picture
     */
    public record Publisher(String name, Optional<String> homepage, Optional<String> logo) {
        /** Nothing is null; a name says something. */
        public Publisher {
            Objects.requireNonNull(homepage);
            Objects.requireNonNull(logo);
            if (name.isBlank()) {
                throw new IllegalArgumentException("a publisher needs a name");
            }
        }
    }
}
