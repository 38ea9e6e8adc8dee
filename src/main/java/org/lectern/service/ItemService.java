package org.lectern.service;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;

/**
 * What {@code /{id}} answers: a page for people, a summary for programs, or the way to info.json. Thread-safe.
 *
 * <p>Pages and their values: {@code image.html} (base, id, label, info, manifest, image), {@code book.html}
 * (base, id, label, manifest), {@code gallery.html} (base, title, collection). Version 3 throughout. The manifest
 * of a file in an item is the item's; empty when there is none, and then the page leaves it out.
 */
public final class ItemService {

    private static final int SEE_OTHER = 303;

    private final Library library;
    private final Finder finder;
    private final Links links;
    private final Cards cards;
    private final Wording wording;

    /**
     * Over a library.
     *
     * @param library where identifiers lead
     * @param links how URLs are written
     * @param limits how large a thumbnail may be
     * @param wording words of Lectern's own
     */
    public ItemService(Library library, Links links, Limits limits, Wording wording) {
        this.library = Objects.requireNonNull(library);
        this.finder = new Finder(library, links);
        this.links = Objects.requireNonNull(links);
        this.cards = new Cards(links, Objects.requireNonNull(limits));
        this.wording = Objects.requireNonNull(wording);
    }

    /**
     * The answer for {@code /{id}} and {@code /iiif/{id}}.
     *
     * @param html whether the client prefers HTML (a browser)
     * @return a viewer page, a summary document, or a redirect (image or page: 303 to info.json;
     *     spelled with raw slashes: 303 to the {@code $} form); empty when there is nothing of that name
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Optional<Answer> item(Asked asked, boolean html, Caller caller) {
        return library.find(asked.id(), caller.visitor()).map(holding -> respelled(holding, asked, caller)
                .orElseGet(() -> html ? page(holding, asked, caller) : document(holding, asked, caller)));
    }

    /**
     * The answer for {@code /iiif/2/{id}} and {@code /iiif/3/{id}}: 303 to info.json (image or page),
     * manifest.json or collection.json, for browsers too.
     *
     * @throws IiifException.Missing when there is nothing of that name
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer base(Asked asked, Caller caller) {
        Holding holding = finder.any(asked, caller);
        if (holding.resource() instanceof Resource.Shelf) {
            return redirect(links.asked(asked, caller) + "/collection.json");
        }
        return redirect(links.asked(asked, caller) + (isImage(holding) ? "/info.json" : "/manifest.json"));
    }

    /**
     * The answer for {@code /{id}/} and {@code /iiif/{id}/}: 303 to info.json at once for programs that mean an image,
     * else to the name without the slash.
     *
     * @param html whether the client prefers HTML (a browser)
     * @throws IiifException.Missing when there is nothing of that name
     * @throws IiifException.Denied when the visitor may not see it
     */
    public Answer slashed(Asked asked, boolean html, Caller caller) {
        Holding holding = finder.any(asked, caller);
        return redirect(links.asked(asked, caller) + (!html && isImage(holding) ? "/info.json" : ""));
    }

    /** The way to the form without raw slashes, when there is one that every container lets through. */
    private Optional<Answer> respelled(Holding holding, Asked asked, Caller caller) {
        if (!asked.rawSlashes() || asked.id().text().indexOf('/') < 0) {
            return Optional.empty();
        }
        return Optional.of(encoded(holding, asked))
                .filter(links::passes)
                .map(encoded -> redirect(caller.base() + asked.prefix() + "/" + encoded));
    }

    private String encoded(Holding holding, Asked asked) {
        if (holding.resource() instanceof Resource.Leaf leaf) {
            return links.encode(leaf.item(), leaf.page());
        }
        if (holding.resource() instanceof Resource.Shelf shelf) {
            return links.encode(shelf.folder().id());
        }
        return links.encode(holding.item().map(Item::id).orElse(asked.id()));
    }

    private Answer document(Holding holding, Asked asked, Caller caller) {
        if (holding.resource() instanceof Resource.Shelf shelf) {
            Folder folder = shelf.folder();
            return JsonAnswer.of(Accept.JSON, Optional.of(folder.modified()), List.of(),
                    Cards.bytes(cards.of(folder, title(folder), caller.base())));
        }
        if (isImage(holding)) {
            return redirect(links.asked(asked, caller) + "/info.json");
        }
        Item item = holding.item().orElseThrow();
        return JsonAnswer.of(
                Accept.JSON, Optional.of(item.modified()), List.of(), Cards.bytes(cards.of(item, caller.base())));
    }

    private Answer page(Holding holding, Asked asked, Caller caller) {
        String base = caller.base();
        if (holding.resource() instanceof Resource.Shelf shelf) {
            return new Answer.Page("gallery.html", Map.of(
                    "base", base,
                    "title", title(shelf.folder()),
                    "collection", links.collection(base, shelf.folder().id()).v3()));
        }
        if (holding.item().isEmpty()) {
            String manifest = finder.owner(holding, caller)
                    .map(item -> links.manifest(base, item.id()).v3())
                    .orElse("");
            return image(asked.id(), asked.id().text(), manifest, links.image(base, asked.id()), base);
        }
        Item item = holding.item().get();
        if (holding.page().isEmpty()) {
            return new Answer.Page("book.html", Map.of(
                    "base", base, "id", item.id().text(), "label", item.label(),
                    "manifest", links.manifest(base, item.id()).v3()));
        }
        Page page = holding.page().get();
        String label = item.isSingleImage() ? item.label() : item.label() + ", " + page.label();
        String manifest = links.manifest(base, item, page).v3();
        return image(item.idOf(page), label, manifest, links.image(base, item, page), base);
    }

    private static boolean isImage(Holding holding) {
        return holding.page().isPresent() || holding.resource() instanceof Resource.File;
    }

    private static Answer image(Identifier id, String label, String manifest, VersionedUri service, String base) {
        return new Answer.Page("image.html", Map.of(
                "base", base,
                "id", id.text(),
                "label", label,
                "info", service.v3() + "/info.json",
                "manifest", manifest,
                "image", service.v3() + "/full/max/0/default.jpg"));
    }

    private String title(Folder folder) {
        return folder.id().isRoot() ? wording.library() : folder.label();
    }

    private static Answer redirect(String location) {
        return new Answer.Redirect(SEE_OTHER, URI.create(location));
    }
}
