package org.lectern.presentation;

import java.util.Objects;
import java.util.Optional;

/**
 * Points to another document: a member of a collection, or what a document is part of.
 *
 * @param uri the document, in each version
 * @param type what it is
 * @param label its label, at least one text
 * @param thumbnail a picture of it
 */
public record Reference(VersionedUri uri, Type type, LanguageMap label, Optional<Thumbnail> thumbnail) {

    /** Nothing is null; a label says something. */
    public Reference {
        Objects.requireNonNull(uri);
        Objects.requireNonNull(type);
        Objects.requireNonNull(thumbnail);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a reference needs a label: " + uri.v3());
        }
    }

    /** What is referred to. */
    public enum Type {
        /** A collection. */
        COLLECTION("Collection"),
        /** A manifest. */
        MANIFEST("Manifest");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As the API writes it; version 2 puts {@code sc:} in front. */
        @Override
        public String toString() {
            return word;
        }
    }
}
