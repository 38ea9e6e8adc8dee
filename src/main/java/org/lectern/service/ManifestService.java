package org.lectern.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Behavior;
import org.lectern.presentation.Canvas;
import org.lectern.presentation.Collection;
import org.lectern.presentation.Documents;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.Link;
import org.lectern.presentation.Manifest;
import org.lectern.presentation.Metadata;
import org.lectern.presentation.Reference;
import org.lectern.presentation.Rights;
import org.lectern.render.Admission;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;
import org.lectern.source.Summary;

/**
 * Manifests and collections. Thread-safe.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/">Presentation API 3.0</a>
 * @see <a href="https://iiif.io/api/presentation/2.1/">Presentation API 2.1.1</a>
 */
public final class ManifestService {

    private static final int SEE_OTHER = 303;
    private static final int MOST_PAGES = 20_000;
    private static final long CANVAS_BYTES = 8 << 10; // of heap: the model, its JSON as a tree, its text
    private static final long MEMBER_BYTES = 3 << 10;

    private final Library library;
    private final Finder finder;
    private final Links links;
    private final Canvases canvases;
    private final Thumbnails thumbnails;
    private final Wording wording;
    private final ApiVersion unversioned;
    private final Admission admission;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param pictures who knows the sizes of pages
     * @param links how URLs are written
     * @param limits how large an answer may be
     * @param wording words of Lectern's own
     * @param unversioned what is answered when neither path nor Accept header tells a version
     * @param admission lets work in; the one that pictures are let in by
     */
    public ManifestService(
            Library library, Pictures pictures, Links links, Limits limits, Wording wording, ApiVersion unversioned,
            Admission admission) {
        this.library = Objects.requireNonNull(library);
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.canvases = new Canvases(new PageSizes(Objects.requireNonNull(pictures)), links, Objects.requireNonNull(limits), wording);
        this.thumbnails = new Thumbnails(limits);
        this.wording = Objects.requireNonNull(wording);
        this.unversioned = Objects.requireNonNull(unversioned);
        this.admission = Objects.requireNonNull(admission);
    }

    /**
     * The manifest of an item, or of a single page of it; for a collection a redirect to its document.
     * Cost: the headers of all pages whose size no description tells, when they are not in a cache.
     *
     * @param version as the path says; when it does not, the Accept header's profile decides, then
     *     the setting for unversioned manifests
     * @throws IiifException.Missing when there is no such item
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Broken when none of its pages can be read
     * @throws IiifException.TooLarge when it has more pages than a manifest is made for
     * @throws IiifException.Busy when there was no memory for it within the time allowed
     */
    public Answer manifest(Asked asked, Optional<ApiVersion> version, Caller caller) {
        if (finder.any(asked, caller).resource() instanceof Resource.Shelf) {
            return new Answer.Redirect(SEE_OTHER, URI.create(links.asked(asked, caller) + "/collection.json"));
        }
        Holding holding = finder.item(asked, caller);
        int canvases = holding.resource() instanceof Resource.Leaf ? 1 : requireMakeable(holding.item().orElseThrow());
        return admitted(canvases * CANVAS_BYTES, () -> document(holding, asked, spoken(version, caller), caller));
    }

    private static int requireMakeable(Item item) {
        if (item.pages().size() > MOST_PAGES) {
            throw new IiifException.TooLarge("'" + item.id() + "' has " + item.pages().size()
                    + " pages; manifests are made for up to " + MOST_PAGES + ". Ask for its pages one by one.");
        }
        return item.pages().size();
    }

    /** Documents of thousands of members take more heap than most pictures. */
    private Answer admitted(long bytes, Supplier<Answer> making) {
        Admission.Permit permit = admission.enter(bytes);
        try {
            return making.get();
        } finally {
            permit.close();
        }
    }

    private Answer document(Holding holding, Asked asked, ApiVersion spoken, Caller caller) {
        String id = links.asked(asked, caller) + "/manifest.json";
        Manifest manifest = holding.resource() instanceof Resource.Leaf leaf
                ? ofPage(id, holding, leaf.page(), caller)
                : ofItem(id, holding, caller);
        return JsonAnswer.of(
                contentType(spoken, caller),
                holding.item().map(Item::modified),
                List.of(),
                Documents.bytes(manifest, spoken));
    }

    /**
     * The collection of a folder, {@code Identifier.ROOT} for the library. Version as for manifests.
     *
     * @throws IiifException.Missing when there is no such folder
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer collection(Asked asked, Optional<ApiVersion> version, Caller caller) {
        Folder folder = finder.shelf(asked, caller).folder();
        long members = folder.folders().size() + (long) folder.items().size();
        return admitted(members * MEMBER_BYTES, () -> document(folder, asked, spoken(version, caller), caller));
    }

    private Answer document(Folder folder, Asked asked, ApiVersion spoken, Caller caller) {
        List<Reference> members = new ArrayList<>();
        folder.folders().forEach(entry -> members.add(folder(entry.id(), entry.label(), caller.base())));
        folder.items().forEach(item -> members.add(item(item, caller.base())));
        Collection collection = new Collection(
                links.asked(asked, caller) + "/collection.json",
                label(folder.id(), folder.label()),
                members,
                parent(folder.id(), caller));
        return JsonAnswer.of(
                contentType(spoken, caller),
                Optional.of(folder.modified()),
                List.of(),
                Documents.bytes(collection, spoken));
    }

    private ApiVersion spoken(Optional<ApiVersion> version, Caller caller) {
        return version.or(() -> Accept.of(caller).presentation()).orElse(unversioned);
    }

    private static String contentType(ApiVersion version, Caller caller) {
        return Accept.of(caller).contentType(version, version.presentationContext());
    }

    private Manifest ofItem(String id, Holding holding, Caller caller) {
        Item item = holding.item().orElseThrow();
        List<Canvas> all = canvases.all(holding, caller.base());
        Canvas start = all.get(item.start());
        return manifest(
                id,
                item,
                label(item.id(), item.label()),
                Behavior.ofManifest(item.behavior()),
                item.start() == 0 ? Optional.empty() : Optional.of(start.id()),
                parent(item.id(), caller),
                all,
                start,
                caller);
    }

    private Manifest ofPage(String id, Holding holding, Page page, Caller caller) {
        Item item = holding.item().orElseThrow();
        Canvas canvas = canvases.one(holding, page, caller.base());
        String label = String.join(" ", canvas.label().texts().values().iterator().next());
        Reference whole = new Reference(
                links.manifest(caller.base(), item.id()),
                Reference.Type.MANIFEST,
                label(item.id(), item.label()),
                Optional.empty());
        return manifest(
                id,
                item,
                label(item.id(), item.label() + ", " + label),
                List.of(),
                Optional.empty(),
                List.of(whole),
                List.of(canvas),
                canvas,
                caller);
    }

    private Manifest manifest(
            String id,
            Item item,
            LanguageMap label,
            List<String> behavior,
            Optional<String> start,
            List<Reference> partOf,
            List<Canvas> canvases,
            Canvas face,
            Caller caller) {
        return new Manifest(
                id,
                label,
                metadata(item),
                item.summary().map(LanguageMap::of),
                item.attribution().map(text -> new Metadata(wording.in(wording.attribution()), LanguageMap.of(text))),
                item.rights().flatMap(Rights::uri),
                Manifest.ViewingDirection.valueOf(item.viewingDirection().name()),
                behavior,
                start,
                face.thumbnail().or(() -> canvases.stream().flatMap(canvas -> canvas.thumbnail().stream()).findFirst()),
                List.of(),
                List.of(homepage(item, caller.base())),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                partOf,
                List.of(),
                canvases);
    }

    private Link homepage(Item item, String base) {
        return new Link(links.home(base, item.id()), "Text", label(item.id(), item.label()),
                Optional.of("text/html"), Optional.empty());
    }

    /** Rights that may not stand in {@code rights} become a line of description. */
    private List<Metadata> metadata(Item item) {
        List<Metadata> metadata = new ArrayList<>();
        item.metadata().forEach(
                entry -> metadata.add(new Metadata(LanguageMap.of(entry.label()), LanguageMap.of(entry.values()))));
        item.rights().filter(text -> Rights.uri(text).isEmpty()).ifPresent(
                text -> metadata.add(new Metadata(wording.in(wording.rights()), LanguageMap.of(text))));
        return metadata;
    }

    /** The collection it lies in; none when what lies above it is an item. */
    private List<Reference> parent(Identifier id, Caller caller) {
        int slash = id.text().lastIndexOf('/');
        if (id.isRoot()) {
            return List.of();
        }
        if (slash < 0) {
            return List.of(folder(Identifier.ROOT, wording.library(), caller.base()));
        }
        return library.find(new Identifier(id.text().substring(0, slash)), caller.visitor())
                .filter(holding -> holding.resource() instanceof Resource.Shelf)
                .map(holding -> ((Resource.Shelf) holding.resource()).folder())
                .map(folder -> List.of(folder(folder.id(), folder.label(), caller.base())))
                .orElse(List.of());
    }

    private Reference folder(Identifier id, String label, String base) {
        return new Reference(
                links.collection(base, id), Reference.Type.COLLECTION, label(id, label), Optional.empty());
    }

    private Reference item(Summary item, String base) {
        return new Reference(
                links.manifest(base, item.id()),
                Reference.Type.MANIFEST,
                label(item.id(), item.label()),
                Optional.of(thumbnails.of(links.image(base, item))));
    }

    /** The title; the last part of its name where there is none. The library is called as the settings say. */
    private LanguageMap label(Identifier id, String label) {
        if (id.isRoot()) {
            return wording.in(wording.library());
        }
        List<String> segments = id.segments();
        return LanguageMap.of(label.isBlank() ? segments.get(segments.size() - 1) : label);
    }
}
