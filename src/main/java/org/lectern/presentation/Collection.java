package org.lectern.presentation;

import java.util.List;
import java.util.Objects;

/**
 * An ordered list of manifests and collections. Immutable.
 *
 * @param id the URI it was asked for at
 * @param label its title, at least one text
 * @param items its members, none embedded
 * @param partOf the collection it lies in
 * @see <a href="https://iiif.io/api/presentation/3.0/#51-collection">Presentation API 3.0, 5.1</a>
 */
public record Collection(String id, LanguageMap label, List<Reference> items, List<Reference> partOf) {

    /** Keeps its own copies; what the API requires must be there. */
    public Collection {
        Objects.requireNonNull(id);
        items = List.copyOf(items);
        partOf = List.copyOf(partOf);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a collection needs a label: " + id);
        }
    }
}
