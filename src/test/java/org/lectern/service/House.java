package org.lectern.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.MapCache;
import org.lectern.cache.Cache;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.render.Admission;
import org.lectern.source.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All use cases over a source in memory. */
final class House {

    static final String BASE = "https://iiif.example.org/lectern";
    static final Wording WORDING = Wording.english("The library");
    static final Imprint IMPRINT = new Imprint(WORDING, Optional.empty(), ApiVersion.V3, "build");

    final Shelves shelves;
    final Drawn drawn = new Drawn();
    final Admission admission = new Admission(64L << 20, Duration.ZERO);
    final Library library;
    final ImageService images;
    final ManifestService manifests;
    final ListingService listings;
    final ItemService items;
    final FileService files;
    final BookPdfService books;

    House(Shelves shelves, Access access, Links.Slash slash, Limits limits) {
        this(shelves, access, slash, limits, List.of());
    }

    House(Shelves shelves, Access access, Links.Slash slash, Limits limits, List<Format> preferred) {
        this(shelves, access, slash, limits, preferred, IMPRINT, new MapCache());
    }

    House(
            Shelves shelves, Access access, Links.Slash slash, Limits limits, List<Format> preferred, Imprint imprint,
            Cache documents) {
        this.shelves = shelves;
        Links links = new Links(slash);
        library = new Library(List.of(Resolver.plain(shelves.name())), List.of(shelves), access);
        images = new ImageService(library, drawn, links, limits, preferred);
        manifests = new ManifestService(library, drawn, documents, links, limits, imprint, admission);
        listings = new ListingService(library, links, limits);
        items = new ItemService(library, links, limits, WORDING);
        files = new FileService(library, links);
        books = new BookPdfService(library, drawn, links, limits, 1);
    }

    House() {
        this(Shelves.usual(), Access.ALL, Links.Slash.DOLLAR, Limits.NONE);
    }

    static House of(Shelves shelves) {
        return new House(shelves, Access.ALL, Links.Slash.DOLLAR, Limits.NONE);
    }

    static House of(Shelves shelves, Imprint imprint, Cache documents) {
        return new House(shelves, Access.ALL, Links.Slash.DOLLAR, Limits.NONE, List.of(), imprint, documents);
    }

    static Asked asked(String id) {
        return new Asked(new Identifier(id), "/iiif/3", false);
    }

    static Asked asked(String id, String prefix, boolean raw) {
        return new Asked(new Identifier(id), prefix, raw);
    }

    static Caller caller() {
        return accepting(Optional.empty());
    }

    static Caller accepting(String accept) {
        return accepting(Optional.of(accept));
    }

    private static Caller accepting(Optional<String> accept) {
        return new Caller(BASE, accept, new Guest(Map.of()));
    }

    static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(((Answer.Document) answer).body());
    }

    /** A visitor with headers. */
    record Guest(Map<String, String> headers) implements Visitor {
        @Override
        public String address() {
            return "192.0.2.1";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
