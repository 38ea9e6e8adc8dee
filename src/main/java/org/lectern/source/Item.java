package org.lectern.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Identifier;

/**
 * Something with pages: what a manifest describes. Immutable; holds no open file.
 *
 * @param id its path below the library, segments joined by {@code /}
 * @param kind image or texts
 * @param label its title; a file's name where nothing tells one
 * @param metadata pairs in order, as read from {@code item.json} or {@code _meta.xml}
 * @param summary a description, which may hold simple HTML from outside: filter before use
 * @param rights URI of a licence or rights statement, as written in the source
 * @param attribution a line that must be shown
 * @param seeAlso descriptions for machines
 * @param viewingDirection one of the four of the Presentation API
 * @param behavior values of the Presentation API ({@code paged}, {@code individuals} …), may be empty
 * @param pages in reading order, at least one, unless there are recordings
 * @param start index of the page to open at: title or cover, 0 when unknown
 * @param apparatus what comes with the pages
 * @param validator changes when anything about the item changes
 * @param modified when it last changed
 */
public record Item(
        Identifier id,
        Kind kind,
        String label,
        List<Metadata> metadata,
        Optional<String> summary,
        Optional<String> rights,
        Optional<String> attribution,
        List<SeeAlso> seeAlso,
        ViewingDirection viewingDirection,
        List<String> behavior,
        List<Page> pages,
        int start,
        Apparatus apparatus,
        String validator,
        Instant modified) {

    /** Keeps its own copies. */
    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(label);
        metadata = List.copyOf(metadata);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(rights);
        Objects.requireNonNull(attribution);
        seeAlso = List.copyOf(seeAlso);
        Objects.requireNonNull(viewingDirection);
        behavior = List.copyOf(behavior);
        pages = List.copyOf(pages);
        Objects.requireNonNull(apparatus);
        Objects.requireNonNull(validator);
        Objects.requireNonNull(modified);
        if (pages.isEmpty() && apparatus.tracks().isEmpty()) {
            throw new IllegalArgumentException("an item needs a page or a recording: " + id);
        }
        if (start < 0 || start >= Math.max(1, pages.size())) {
            throw new IllegalArgumentException("start page " + start + " of " + pages.size());
        }
    }

    /**
     * One line of description.
     *
     * @param label its name, as the source writes it
     * @param values at least one
     */
    public record Metadata(String label, List<String> values) {
        /** Keeps its own copy. */
        public Metadata {
            Objects.requireNonNull(label);
            values = List.copyOf(values);
        }
    }

    /**
     * A description for machines, as in METS or MARC.
     *
     * @param id its URL, of http or https
     * @param type what it is, in the Presentation API's words
     * @param label what to call it
     * @param format its media type
     * @param profile URI of the schema it follows
     */
    public record SeeAlso(
            String id, String type, Optional<String> label, Optional<String> format, Optional<String> profile) {

        /** Nothing is null. */
        public SeeAlso {
            Objects.requireNonNull(id);
            Objects.requireNonNull(type);
            Objects.requireNonNull(label);
            Objects.requireNonNull(format);
            Objects.requireNonNull(profile);
        }
    }

    /** Whether the item is one single picture, which its own identifier names. */
    public boolean isSingleImage() {
        return pages.size() == 1 && pages.get(0).name().isEmpty();
    }

    /** What image requests call a page: the item's identifier with the page's form. */
    public Identifier idOf(Page page) {
        return new Identifier(id.text() + page.name());
    }
}
