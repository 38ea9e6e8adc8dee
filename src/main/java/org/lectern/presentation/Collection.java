package org.lectern.presentation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An ordered list of manifests and collections. Immutable.
 *
 * <p>One that is too long for a single document is cut: the {@link Whole} has collections of its own as items, one for
 * each {@link Page}, and each page is a document with an id of its own. Version 2 has words for that ({@code first},
 * {@code next}, …); version 3 has none, there the pages are plain sub-collections.
 *
 * @param id the URI it was asked for at
 * @param label its title, at least one text
 * @param summary may hold HTML from outside: the writers filter it
 * @param thumbnail a picture of it
 * @param provider who gives it
 * @param items its members, none embedded; the pages, in order, of a {@link Whole}
 * @param partOf the collection it lies in; of a {@link Page} the whole
 * @param paging its place among its pages, when it is cut
 * @see <a href="https://iiif.io/api/presentation/3.0/#51-collection">Presentation API 3.0, 5.1</a>
 * @see <a href="https://iiif.io/api/presentation/2.1/#paging-properties">Presentation API 2.1.1, 3.5</a>
 */
public record Collection(
        String id,
        LanguageMap label,
        Optional<LanguageMap> summary,
        Optional<Thumbnail> thumbnail,
        List<Agent> provider,
        List<Reference> items,
        List<Reference> partOf,
        Optional<Paging> paging) {

    /** Keeps its own copies; what the API requires must be there. */
    public Collection {
        Objects.requireNonNull(id);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(thumbnail);
        provider = List.copyOf(provider);
        items = List.copyOf(items);
        partOf = List.copyOf(partOf);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a collection needs a label: " + id);
        }
        if (paging.isPresent() && !paging.get().fits(items, partOf)) {
            throw new IllegalArgumentException("a whole consists of collections, a page is part of one thing: " + id);
        }
    }

    /** One document, and nothing said besides. */
    public Collection(String id, LanguageMap label, List<Reference> items, List<Reference> partOf) {
        this(id, label, Optional.empty(), Optional.empty(), List.of(), items, partOf, Optional.empty());
    }

    /** The place of a document among those that a long collection is cut into. */
    public sealed interface Paging permits Whole, Page {

        /** Whether a document at this place may have these members and parents. */
        boolean fits(List<Reference> items, List<Reference> partOf);
    }

    /**
     * The document that lists the pages.
     *
     * @param total members on all pages
     */
    public record Whole(int total) implements Paging {

        @Override
        public boolean fits(List<Reference> items, List<Reference> partOf) {
            return !items.isEmpty() && items.stream().allMatch(item -> item.type() == Reference.Type.COLLECTION);
        }
    }

    /**
     * One of the pages.
     *
     * @param start index in the whole of its first member, from 0
     * @param next the page behind it
     * @param previous the page before it
     */
    public record Page(int start, Optional<VersionedUri> next, Optional<VersionedUri> previous) implements Paging {

        /** Nothing is null. */
        public Page {
            Objects.requireNonNull(next);
            Objects.requireNonNull(previous);
        }

        @Override
        public boolean fits(List<Reference> items, List<Reference> partOf) {
            return partOf.size() == 1;
        }
    }
}
