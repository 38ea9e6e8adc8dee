package org.lectern.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lectern.blob.Validators;
import org.lectern.cache.Cache;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Documents;
import org.lectern.presentation.Manifest;
import org.lectern.render.Admission;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;

/**
 * Manifests and collections. Thread-safe.
 *
 * <p>A manifest of more than {@value #MOST_AT_ONCE} canvases is written canvas by canvas while it is sent; its entity
 * tag is made of what would shape it. Smaller documents are made at once, and theirs is of their bytes.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/">Presentation API 3.0</a>
 * @see <a href="https://iiif.io/api/presentation/2.1/">Presentation API 2.1.1</a>
 */
public final class ManifestService {

    static final int MOST_AT_ONCE = 500;

    private static final int SEE_OTHER = 303;
    private static final int MOST_PAGES = 20_000;
    private static final long CANVAS_BYTES = 8 << 10; // of heap: the model, and its text several times
    private static final long MEMBER_BYTES = 3 << 10;

    private final Finder finder;
    private final Links links;
    private final Limits limits;
    private final PageSizes sizes;
    private final ManifestMaker manifests;
    private final CollectionMaker collections;
    private final Imprint imprint;
    private final Admission admission;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param pictures who knows the sizes of pages
     * @param documents where the sizes of pages are kept
     * @param links how URLs are written
     * @param limits how large an answer may be
     * @param imprint what stands on every document
     * @param admission lets work in; the one that pictures are let in by
     */
    public ManifestService(
            Library library, Pictures pictures, Cache documents, Links links, Limits limits, Imprint imprint,
            Admission admission) {
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.limits = Objects.requireNonNull(limits);
        this.sizes = new PageSizes(Objects.requireNonNull(pictures), documents, InstantSource.system());
        Places places = new Places(library, links, imprint);
        this.manifests = new ManifestMaker(sizes, links, limits, places, imprint.wording());
        this.collections = new CollectionMaker(links, limits, places);
        this.imprint = imprint;
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
        String id = links.asked(asked, caller) + "/manifest.json";
        ApiVersion spoken = spoken(version, caller);
        if (holding.resource() instanceof Resource.Leaf leaf) {
            return admitted(CANVAS_BYTES, () -> ofPage(id, holding, leaf.page(), spoken, caller));
        }
        int canvases = requireMakeable(holding.item().orElseThrow());
        return canvases > MOST_AT_ONCE
                ? ofMany(id, holding, spoken, caller)
                : admitted(canvases * CANVAS_BYTES, () -> ofFew(id, holding, spoken, caller));
    }

    private static int requireMakeable(Item item) {
        int canvases = item.pages().size() + item.apparatus().tracks().size();
        if (canvases > MOST_PAGES) {
            throw new IiifException.TooLarge("'" + item.id() + "' has " + canvases
                    + " pages; manifests are made for up to " + MOST_PAGES + ". Ask for its pages one by one.");
        }
        return canvases;
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

    private Answer ofPage(String id, Holding holding, Page page, ApiVersion spoken, Caller caller) {
        return document(manifests.page(id, holding, page, caller), holding.item().orElseThrow(), spoken, caller);
    }

    private Answer ofFew(String id, Holding holding, ApiVersion spoken, Caller caller) {
        Item item = holding.item().orElseThrow();
        return document(manifests.whole(id, item, sizes.all(holding), caller), item, spoken, caller);
    }

    private Answer document(Manifest manifest, Item item, ApiVersion spoken, Caller caller) {
        return JsonAnswer.of(contentType(spoken, caller), Optional.of(item.modified()), List.of(),
                Documents.bytes(manifest, spoken));
    }

    private Answer ofMany(String id, Holding holding, ApiVersion spoken, Caller caller) {
        Item item = holding.item().orElseThrow();
        Extents extents = sizes.all(holding);
        Manifest manifest = manifests.whole(id, item, extents, caller);
        String contentType = contentType(spoken, caller);
        String etag = Validators.of(
                spoken.name(), contentType, id, caller.base(), item.validator(), extents.validator(),
                manifest.partOf().toString(), links.manifest(caller.base(), item.id()).v3(), limits.toString(),
                imprint.toString());
        return JsonAnswer.streamed(
                contentType, etag, item.modified(), out -> Documents.write(manifest, spoken, out));
    }

    /**
     * The collection of a folder, {@code Identifier.ROOT} for the library. Version as for manifests.
     *
     * @param page text of the parameter {@code page}: one of the pages that a long collection is cut into
     * @throws IiifException.Missing when there is no such folder, or no such page
     * @throws IiifException.Denied when the visitor may not see it
     * @throws IiifException.Malformed when the page is no number
     */
    public Answer collection(Asked asked, Optional<ApiVersion> version, Optional<String> page, Caller caller) {
        Folder folder = finder.shelf(asked, caller).folder();
        long members = CollectionMaker.members(folder, page);
        return admitted(members * MEMBER_BYTES, () -> document(folder, asked, spoken(version, caller), page, caller));
    }

    private Answer document(Folder folder, Asked asked, ApiVersion spoken, Optional<String> page, Caller caller) {
        String id = links.asked(asked, caller) + "/collection.json";
        return JsonAnswer.of(contentType(spoken, caller), Optional.of(folder.modified()), List.of(),
                Documents.bytes(collections.of(id, folder, page, caller), spoken));
    }

    private ApiVersion spoken(Optional<ApiVersion> version, Caller caller) {
        return version.or(() -> Accept.of(caller).presentation()).orElse(imprint.unversioned());
    }

    private static String contentType(ApiVersion version, Caller caller) {
        return Accept.of(caller).contentType(version, version.presentationContext());
    }
}
