package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;

/**
 * Who provides things.
 *
 * @param id URI of the organisation
 * @param label its name, at least one text
 * @param homepage URL of its page for people
 * @param logo URL of its picture
 * @see <a href="https://iiif.io/api/presentation/3.0/#provider">Presentation API 3.0, 3.1</a>
 */
public record Agent(String id, LanguageMap label, Optional<String> homepage, Optional<String> logo) {
    /** Nothing is null; a label says something. */
    public Agent {
        Objects.requireNonNull(id);
        Objects.requireNonNull(homepage);
        Objects.requireNonNull(logo);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("an agent needs a name: " + id);
        }
    }
}
