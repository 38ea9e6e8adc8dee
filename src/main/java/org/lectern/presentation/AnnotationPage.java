package org.lectern.presentation;

import java.util.List;
import java.util.Objects;

/**
 * The text of a canvas: an annotation page of version 3, an annotation list of version 2.
 *
 * @param id the URI it was asked for at
 * @param label what it is, at least one text
 * @param items in reading order, may be empty
 */
public record AnnotationPage(String id, LanguageMap label, List<Annotation> items) {
    /** Keeps its own copy. */
    public AnnotationPage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        items = List.copyOf(items);
    }

    /**
     * Points to one.
     *
     * @param uri where it is, in each version
     * @param label what it is, at least one text
     */
    public record Link(VersionedUri uri, LanguageMap label) {
        /** Nothing is null. */
        public Link {
            Objects.requireNonNull(uri);
            Objects.requireNonNull(label);
        }
    }
}
