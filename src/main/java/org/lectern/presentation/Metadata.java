package org.lectern.presentation;

import java.util.Objects;

/**
 * A pair of label and value, to be shown to people: an entry of {@code metadata}, or the {@code requiredStatement}.
 *
 * @param label what the value is; plain text
 * @param value may hold HTML from outside: the writers filter it
 * @see <a href="https://iiif.io/api/presentation/3.0/#metadata">Presentation API 3.0, 3.1</a>
 */
public record Metadata(LanguageMap label, LanguageMap value) {

    /** Nothing is null. */
    public Metadata {
        Objects.requireNonNull(label);
        Objects.requireNonNull(value);
    }

    /** Whether both halves say something; the specification allows no other entry. */
    public boolean isComplete() {
        return !label.isEmpty() && !value.isEmpty();
    }
}
