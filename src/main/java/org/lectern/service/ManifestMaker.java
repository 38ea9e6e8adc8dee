package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Behavior;
import org.lectern.presentation.Canvas;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Manifest;
import org.lectern.presentation.Metadata;
import org.lectern.presentation.Reference;
import org.lectern.presentation.Rights;
import org.lectern.source.Item;
import org.lectern.source.Page;

/** Makes the model of a manifest out of all that an item has. Thread-safe. */
final class ManifestMaker {

    private static final String AUTO_ADVANCE = "auto-advance";

    private final Canvases canvases;
    private final Links links;
    private final Related related;
    private final Places places;
    private final Wording wording;

    ManifestMaker(PageSizes sizes, Links links, Limits limits, Places places, Wording wording) {
        this.canvases = new Canvases(sizes, links, limits, wording);
        this.links = links;
        this.related = new Related(links, wording);
        this.places = places;
        this.wording = wording;
    }

    /**
     * Of a whole item. Its canvases are made when they are read.
     *
     * @param id the URI it was asked for at
     */
    Manifest whole(String id, Item item, Extents extents, Caller caller) {
        String base = caller.base();
        List<Canvas> all = canvases.all(item, extents, base);
        boolean startsInside = item.apparatus().tracks().isEmpty() && item.start() > 0;
        Canvas face = all.get(startsInside ? item.start() : 0);
        LanguageMap title = places.label(item.id(), item.label());
        return new Manifest(
                id,
                title,
                metadata(item),
                item.summary().map(LanguageMap::of),
                attribution(item),
                item.rights().flatMap(Rights::uri),
                direction(item),
                behavior(item),
                startsInside ? Optional.of(face.id()) : Optional.empty(),
                face.thumbnail().or(() -> all.stream().flatMap(canvas -> canvas.thumbnail().stream()).findFirst()),
                places.provider(base),
                related.homepage(item, title, base),
                related.seeAlso(item, base),
                related.rendering(item, base),
                item.apparatus().date(),
                item.pages().stream().anyMatch(page -> page.text().isPresent())
                        ? Optional.of(links.search(base, item.id()))
                        : Optional.empty(),
                places.parent(item.id(), caller),
                new Structures(item, links, wording, base).all(),
                all);
    }

    /**
     * Of one page, which is a part of the whole: what describes, renders and searches the whole is told there.
     *
     * @param id the URI it was asked for at
     * @throws IiifException when the page cannot be read
     */
    Manifest page(String id, Holding holding, Page page, Caller caller) {
        Item item = holding.item().orElseThrow();
        Canvas canvas = canvases.one(holding, page, caller.base());
        String label = String.join(" ", canvas.label().texts().values().iterator().next());
        LanguageMap title = places.label(item.id(), item.label());
        Reference whole = new Reference(
                links.manifest(caller.base(), item.id()), Reference.Type.MANIFEST, title, Optional.empty());
        return new Manifest(
                id,
                LanguageMap.of(places.title(item.id(), item.label()) + ", " + label),
                metadata(item),
                item.summary().map(LanguageMap::of),
                attribution(item),
                item.rights().flatMap(Rights::uri),
                direction(item),
                List.of(),
                Optional.empty(),
                canvas.thumbnail(),
                places.provider(caller.base()),
                related.homepage(item, title, caller.base()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(whole),
                List.of(),
                List.of(canvas));
    }

    private Optional<Metadata> attribution(Item item) {
        return item.attribution().map(text -> new Metadata(wording.in(wording.attribution()), LanguageMap.of(text)));
    }

    private static Manifest.ViewingDirection direction(Item item) {
        return Manifest.ViewingDirection.valueOf(item.viewingDirection().name());
    }

    /** Recordings follow one another unless the source says something else. */
    private static List<String> behavior(Item item) {
        Stream<String> own = item.apparatus().tracks().size() > 1 ? Stream.of(AUTO_ADVANCE) : Stream.of();
        return Behavior.ofManifest(Stream.concat(item.behavior().stream(), own).toList());
    }

    /** Languages that no line of description tells, and rights that may not stand in {@code rights}, become one. */
    private List<Metadata> metadata(Item item) {
        List<Metadata> metadata = new ArrayList<>();
        item.metadata().forEach(
                entry -> metadata.add(new Metadata(LanguageMap.of(entry.label()), LanguageMap.of(entry.values()))));
        if (!item.apparatus().languages().isEmpty() && item.metadata().stream().noneMatch(this::tellsLanguages)) {
            metadata.add(new Metadata(wording.in(wording.languages()), languages(item.apparatus().languages())));
        }
        item.rights().filter(text -> Rights.uri(text).isEmpty()).ifPresent(
                text -> metadata.add(new Metadata(wording.in(wording.rights()), LanguageMap.of(text))));
        return metadata;
    }

    private boolean tellsLanguages(Item.Metadata entry) {
        return entry.label().strip().toLowerCase(Locale.ROOT).matches("languages?")
                || entry.label().strip().equalsIgnoreCase(wording.languages());
    }

    private LanguageMap languages(List<String> tags) {
        Locale reader = Locale.forLanguageTag(wording.language());
        List<String> names = tags.stream().map(tag -> Locale.forLanguageTag(tag).getDisplayName(reader)).toList();
        return new LanguageMap(java.util.Map.of(wording.language(), names));
    }
}
