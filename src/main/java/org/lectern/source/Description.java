package org.lectern.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lectern.source.Item.Metadata;
import org.lectern.source.Item.SeeAlso;

/**
 * What a file beside the pages tells of an item; what it does not tell is empty.
 *
 * @param label title
 * @param metadata pairs in order
 * @param summary description
 * @param rights URI of a licence or rights statement
 * @param attribution a line that must be shown
 * @param seeAlso descriptions for machines
 * @param viewingDirection one of four
 * @param behavior values of the Presentation API; an empty list says: none
 * @param kind image, texts …
 * @param homepage URL of its page for people elsewhere, of http or https
 * @param date of what it shows
 * @param languages of its contents, BCP 47 tags
 */
record Description(
        Optional<String> label,
        List<Metadata> metadata,
        Optional<String> summary,
        Optional<String> rights,
        Optional<String> attribution,
        List<SeeAlso> seeAlso,
        Optional<ViewingDirection> viewingDirection,
        Optional<List<String>> behavior,
        Optional<Kind> kind,
        Optional<String> homepage,
        Optional<Instant> date,
        List<String> languages) {

    static final Description NONE = new Description(Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One that tells of no page elsewhere, date or language. */
    Description(
            Optional<String> label, List<Metadata> metadata, Optional<String> summary, Optional<String> rights,
            Optional<String> attribution, List<SeeAlso> seeAlso, Optional<ViewingDirection> viewingDirection,
            Optional<List<String>> behavior, Optional<Kind> kind) {
        this(label, metadata, summary, rights, attribution, seeAlso, viewingDirection, behavior, kind,
                Optional.empty(), Optional.empty(), List.of());
    }

    /** What an item is called, reads like and is, when nothing tells. */
    static Description of(String label, Kind kind, String... behavior) {
        return new Description(Optional.of(label), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.of(List.of(behavior)), Optional.of(kind));
    }

    /** This one, and the other for all that this one does not tell. Metadata of the same label are replaced. */
    Description over(Description other) {
        return new Description(
                first(other, Description::label), merged(other), first(other, Description::summary),
                first(other, Description::rights), first(other, Description::attribution),
                seeAlso.isEmpty() ? other.seeAlso : seeAlso, first(other, Description::viewingDirection),
                first(other, Description::behavior), first(other, Description::kind),
                first(other, Description::homepage), first(other, Description::date),
                languages.isEmpty() ? other.languages : languages);
    }

    private <T> Optional<T> first(Description other, Function<Description, Optional<T>> part) {
        return part.apply(this).or(() -> part.apply(other));
    }

    private List<Metadata> merged(Description other) {
        List<Metadata> merged = new ArrayList<>();
        for (Metadata pair : other.metadata) {
            merged.add(metadata.stream().filter(own -> own.label().equals(pair.label())).findFirst().orElse(pair));
        }
        metadata.stream().filter(own -> !merged.contains(own)).forEach(merged::add);
        return merged;
    }
}
