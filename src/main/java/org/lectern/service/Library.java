package org.lectern.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.blob.Validators;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.source.Catalog;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.ItemQuery;
import org.lectern.source.Listing;
import org.lectern.source.Location;
import org.lectern.source.Resolver;
import org.lectern.source.Resource;
import org.lectern.source.Source;
import org.lectern.source.Summary;

/**
 * The only door to the sources, hence where access is decided: before a source or a cache is asked, and
 * once more by the name of what was found. Thread-safe.
 */
public final class Library {

    /** How many lines of a list are filtered at a time. */
    private static final int STRETCH = 500;

    private final List<Resolver> resolvers;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Gate gate;

    /**
     * Over sources and the resolvers that lead to them.
     *
     * @param resolvers asked in order; the first whose location leads to something wins
     * @param sources listed in order, each name once, at least one
     * @param access who may see what
     */
    public Library(List<Resolver> resolvers, List<Source> sources, Access access) {
        this.resolvers = List.copyOf(resolvers);
        sources.forEach(source -> this.sources.put(source.name(), source));
        this.gate = new Gate(Objects.requireNonNull(access));
        if (sources.isEmpty() || this.sources.size() < sources.size()) {
            throw new IllegalArgumentException("a library needs sources of different names: " + this.sources.keySet());
        }
    }

    /**
     * What an identifier names, if the visitor may see it. Folders come without what the visitor may not see.
     *
     * @return empty when there is nothing of that name
     * @throws IiifException.Denied when the visitor may not see it, whether it is there or not
     */
    public Optional<Holding> find(Identifier id, Visitor visitor) {
        gate.admit(visitor, id);
        return (id.isRoot() ? root() : lookup(id)).map(holding -> admitted(holding, id, visitor));
    }

    /**
     * Refuses a path of an item and a file before any part of it is looked up, as {@link #find} does with an identifier.
     *
     * @throws IiifException.Denied when the visitor may not see something that it could mean
     */
    public void admit(Identifier path, Visitor visitor) {
        gate.admit(visitor, path);
    }

    /**
     * A file of an item that was found. What the visitor may not see by its own name is not to be had as a file either.
     *
     * @param holding an item
     * @param file one of those it lists
     * @return its bytes; the reader closes them
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Missing when it has gone
     */
    public Blob file(Holding holding, ItemFile file, Visitor visitor) {
        Item item = holding.item().orElseThrow();
        if (!file.name().isEmpty()) {
            Identifier name = item.id().child(file.name());
            gate.admit(visitor, name, name);
        }
        return holding.source().file(item, file);
    }

    /**
     * A stretch of the list of all items that the visitor may see, source after source.
     *
     * <p>Cost: that of the stretch; under a policy that may refuse, that of the whole list.
     */
    public Listing list(ItemQuery query, Visitor visitor) {
        return gate.isOpen() ? stretch(query) : filtered(query, visitor);
    }

    /** The sources by name, and whether each can be read just now. */
    public Map<String, Boolean> ready() {
        Map<String, Boolean> ready = new LinkedHashMap<>();
        sources.forEach((name, source) -> ready.put(name, source.ready()));
        return ready;
    }

    private Optional<Holding> lookup(Identifier id) {
        return resolvers.stream()
                .flatMap(resolver -> resolver.resolve(id).stream())
                .flatMap(location -> in(location).stream())
                .findFirst();
    }

    private Optional<Holding> in(Location location) {
        Source source = sources.get(location.source());
        if (source == null) {
            throw new IllegalStateException("a resolver leads to a source that is not there: " + location.source());
        }
        return source.find(location).map(resource -> new Holding(resource, source));
    }

    /** The root of the only source, or one folder of all roots. */
    private Optional<Holding> root() {
        List<Holding> roots = sources.values().stream()
                .flatMap(source -> in(new Location(source.name(), Identifier.ROOT)).stream())
                .filter(holding -> holding.resource() instanceof Resource.Shelf)
                .toList();
        if (roots.size() < 2) {
            return roots.stream().findFirst();
        }
        List<Folder> folders = roots.stream().map(holding -> ((Resource.Shelf) holding.resource()).folder()).toList();
        Folder all = new Folder(
                Identifier.ROOT,
                folders.get(0).label(),
                folders.stream().flatMap(folder -> folder.folders().stream()).toList(),
                folders.stream().flatMap(folder -> folder.items().stream()).toList(),
                validator(folders.stream().map(Folder::validator)),
                folders.stream().map(Folder::modified).max(Instant::compareTo).orElseThrow());
        return Optional.of(new Holding(new Resource.Shelf(all), roots.get(0).source()));
    }

    private Holding admitted(Holding holding, Identifier asked, Visitor visitor) {
        holding.item().ifPresent(item -> gate.admit(visitor, asked, item.id()));
        if (holding.resource() instanceof Resource.File file) {
            gate.admit(visitor, asked, file.item());
        }
        if (!(holding.resource() instanceof Resource.Shelf shelf)) {
            return holding;
        }
        gate.admit(visitor, asked, shelf.folder().id());
        return gate.isOpen()
                ? holding
                : new Holding(new Resource.Shelf(visible(shelf.folder(), visitor)), holding.source());
    }

    private Folder visible(Folder folder, Visitor visitor) {
        return new Folder(
                folder.id(),
                folder.label(),
                folder.folders().stream().filter(entry -> gate.shows(visitor, entry.id())).toList(),
                folder.items().stream().filter(item -> gate.shows(visitor, item.id())).toList(),
                folder.validator(),
                folder.modified());
    }

    private Listing stretch(ItemQuery query) {
        List<Summary> items = new ArrayList<>();
        List<String> validators = new ArrayList<>();
        int before = 0;
        for (Catalog catalog : catalogs()) {
            int wanted = query.limit() - items.size();
            Listing part = catalog.list(new ItemQuery(Math.max(0, query.start() - before), Math.max(1, wanted)));
            items.addAll(wanted > 0 ? part.items() : List.of());
            validators.add(part.validator());
            before += part.total();
        }
        return new Listing(query.start(), before, items, validator(validators.stream()));
    }

    private Listing filtered(ItemQuery query, Visitor visitor) {
        List<Summary> items = new ArrayList<>();
        int seen = 0;
        Listing part;
        int at = 0;
        do {
            part = stretch(new ItemQuery(at, STRETCH));
            for (Summary summary : part.items()) {
                if (!gate.shows(visitor, summary.id())) {
                    continue;
                }
                if (seen >= query.start() && items.size() < query.limit()) {
                    items.add(summary);
                }
                seen++;
            }
            at += part.items().size();
        } while (!part.items().isEmpty() && at < part.total());
        return new Listing(query.start(), seen, items, part.validator());
    }

    private List<Catalog> catalogs() {
        return sources.values().stream().filter(Catalog.class::isInstance).map(Catalog.class::cast).toList();
    }

    private static String validator(Stream<String> parts) {
        return Validators.of(parts.toArray(String[]::new));
    }
}
