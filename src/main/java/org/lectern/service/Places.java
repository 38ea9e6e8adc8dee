package org.lectern.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Identifier;
import org.lectern.presentation.Agent;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Reference;
import org.lectern.source.Resource;

/** What items and folders are called, what they lie in, and who gives them. Thread-safe. */
final class Places {

    private final Library library;
    private final Links links;
    private final Imprint imprint;

    Places(Library library, Links links, Imprint imprint) {
        this.library = Objects.requireNonNull(library);
        this.links = Objects.requireNonNull(links);
        this.imprint = Objects.requireNonNull(imprint);
    }

    /** The title; the last part of its name where there is none. The library is called as the settings say. */
    LanguageMap label(Identifier id, String label) {
        return id.isRoot() ? imprint.wording().in(imprint.wording().library()) : LanguageMap.of(title(id, label));
    }

    /** The same as one text. */
    String title(Identifier id, String label) {
        List<String> segments = id.segments();
        return id.isRoot() ? imprint.wording().library() : label.isBlank() ? segments.get(segments.size() - 1) : label;
    }

    /** The collection it lies in; none when what lies above it is an item. */
    List<Reference> parent(Identifier id, Caller caller) {
        int slash = id.text().lastIndexOf('/');
        if (id.isRoot()) {
            return List.of();
        }
        if (slash < 0) {
            return List.of(folder(Identifier.ROOT, "", caller.base()));
        }
        return library.find(new Identifier(id.text().substring(0, slash)), caller.visitor())
                .filter(holding -> holding.resource() instanceof Resource.Shelf)
                .map(holding -> ((Resource.Shelf) holding.resource()).folder())
                .map(folder -> List.of(folder(folder.id(), folder.label(), caller.base())))
                .orElse(List.of());
    }

    /** Points to the collection of a folder. */
    Reference folder(Identifier id, String label, String base) {
        return new Reference(
                links.collection(base, id), Reference.Type.COLLECTION, label(id, label), Optional.empty());
    }

    /** Who gives everything here, when the settings say so. */
    List<Agent> provider(String base) {
        return imprint.publisher().stream()
                .map(publisher -> new Agent(publisher.homepage().orElse(base), LanguageMap.of(publisher.name()),
                        publisher.homepage(), publisher.logo()))
                .toList();
    }
}
