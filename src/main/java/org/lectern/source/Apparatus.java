package org.lectern.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What comes with the pages of an item. Immutable.
 *
 * @param languages of its contents, BCP 47 tags
 * @param homepage URL of its page for people elsewhere, of http or https
 * @param date of what it shows, for a calendar
 * @param sections table of contents
 * @param tracks recordings, in order
 * @param files that readers may have, in order
 */
public record Apparatus(
        List<String> languages,
        Optional<String> homepage,
        Optional<Instant> date,
        List<Section> sections,
        List<Track> tracks,
        List<ItemFile> files) {

    /** Pages alone. */
    public static final Apparatus NONE =
            new Apparatus(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    /** Keeps its own copies. */
    public Apparatus {
        languages = List.copyOf(languages);
        Objects.requireNonNull(homepage);
        Objects.requireNonNull(date);
        sections = List.copyOf(sections);
        tracks = List.copyOf(tracks);
        files = List.copyOf(files);
    }
}
