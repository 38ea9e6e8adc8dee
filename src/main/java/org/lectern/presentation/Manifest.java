package org.lectern.presentation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The description of a book, a picture or another object, page by page. Immutable.
 *
 * @param id the URI it was asked for at
 * @param label its title, at least one text
 * @param metadata in the order to be shown; incomplete entries are not written
 * @param summary may hold HTML from outside: the writers filter it
 * @param requiredStatement what must be shown
 * @param rights of the form {@link Rights#uri} gives
 * @param viewingDirection one of the four
 * @param behavior of the form {@link Behavior#ofManifest} gives
 * @param start URI of the canvas to open at, when it is not the first
 * @param thumbnail a picture of it
 * @param provider who gives it
 * @param homepage its pages for people
 * @param seeAlso what tells of it, for programs
 * @param rendering its other forms, for people
 * @param navDate of what it shows, for a calendar
 * @param search where to search inside
 * @param partOf collections, or the whole manifest when this is of one page
 * @param structures its table of contents; of more than 50 levels the deepest are left out
 * @param canvases in reading order, at least one; kept as they are, for they may be many and each made when it is read
 * @see <a href="https://iiif.io/api/presentation/3.0/#52-manifest">Presentation API 3.0, 5.2</a>
 */
public record Manifest(
        String id,
        LanguageMap label,
        List<Metadata> metadata,
        Optional<LanguageMap> summary,
        Optional<Metadata> requiredStatement,
        Optional<String> rights,
        ViewingDirection viewingDirection,
        List<String> behavior,
        Optional<String> start,
        Optional<Thumbnail> thumbnail,
        List<Agent> provider,
        List<Link> homepage,
        List<Link> seeAlso,
        List<Link> rendering,
        Optional<Instant> navDate,
        Optional<SearchService> search,
        List<Reference> partOf,
        List<Range> structures,
        List<Canvas> canvases) {

    private static final int MOST_LEVELS = 50;

    /** Keeps its own copies but of the canvases; what the API requires must be there. */
    public Manifest {
        Objects.requireNonNull(id);
        metadata = List.copyOf(metadata);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(requiredStatement);
        Objects.requireNonNull(rights);
        Objects.requireNonNull(viewingDirection);
        behavior = List.copyOf(behavior);
        Objects.requireNonNull(start);
        Objects.requireNonNull(thumbnail);
        provider = List.copyOf(provider);
        homepage = List.copyOf(homepage);
        seeAlso = List.copyOf(seeAlso);
        rendering = List.copyOf(rendering);
        Objects.requireNonNull(navDate);
        Objects.requireNonNull(search);
        structures = structures.stream().map(range -> range.within(MOST_LEVELS)).toList();
        partOf = List.copyOf(partOf);
        if (label.isEmpty() || canvases.isEmpty()) {
            throw new IllegalArgumentException("a manifest needs a label and a canvas: " + id);
        }
    }

    /** The order in which canvases are shown. */
    public enum ViewingDirection {
        /** The default. */
        LEFT_TO_RIGHT,
        /** For Hebrew, Arabic, traditional Japanese. */
        RIGHT_TO_LEFT,
        /** Scrolls. */
        TOP_TO_BOTTOM,
        /** Rarely. */
        BOTTOM_TO_TOP;

        /** As the API writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
