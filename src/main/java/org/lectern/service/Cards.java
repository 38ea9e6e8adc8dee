package org.lectern.service;

import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.image.Limits;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Folder;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Summary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What JSON answers say about an item, in a few lines, with links to all there is of it. */
final class Cards {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Links links;
    private final Thumbnails thumbnails;

    Cards(Links links, Limits limits) {
        this.links = links;
        this.thumbnails = new Thumbnails(limits);
    }

    /** A line of a listing. */
    ObjectNode of(Summary item, String base) {
        ObjectNode card = card(item.id(), item.label(), item.kind().mediatype());
        VersionedUri image = links.image(base, item);
        card.put("pages", item.pages());
        card.put("manifest", links.manifest(base, item.id()).v3());
        pictures(card, image);
        return card;
    }

    /** A whole item. */
    ObjectNode of(Item item, String base) {
        ObjectNode card = card(item.id(), item.label(), item.kind().mediatype());
        ArrayNode metadata = card.putArray("metadata");
        for (Item.Metadata entry : item.metadata()) {
            ObjectNode line = metadata.addObject().put("label", entry.label());
            ArrayNode values = line.putArray("values");
            entry.values().forEach(values::add);
        }
        card.put("pages", item.pages().size());
        versions(card, "manifest", links.manifest(base, item.id()));
        Page start = item.pages().get(item.start());
        pictures(card, links.image(base, item, start));
        card.put("homepage", links.home(base, item.id()));
        ArrayNode images = card.putArray("images");
        item.pages().forEach(page -> images.add(links.image(base, item, page).v3()));
        files(card, item, base);
        return card;
    }

    private void files(ObjectNode card, Item item, String base) {
        if (item.apparatus().files().isEmpty()) {
            return;
        }
        ArrayNode files = card.putArray("files");
        item.apparatus().files().forEach(file -> files.addObject()
                .put("url", links.file(base, item, file))
                .put("label", file.label())
                .put("format", file.mediaType())
                .put("bytes", file.length()));
    }

    /** A folder. */
    ObjectNode of(Folder folder, String title, String base) {
        ObjectNode card = card(folder.id(), title, "collection");
        card.put("collections", folder.folders().size());
        card.put("items", folder.items().size());
        versions(card, "collection", links.collection(base, folder.id()));
        return card;
    }

    private static ObjectNode card(Identifier id, String title, String mediatype) {
        return JSON.createObjectNode()
                .put("identifier", id.text())
                .put("title", title)
                .put("mediatype", mediatype);
    }

    private static void versions(ObjectNode card, String name, VersionedUri uri) {
        card.put(name, uri.v3());
        card.put(name + "2", uri.v2());
    }

    private void pictures(ObjectNode card, VersionedUri image) {
        card.put("info", image.v3() + "/info.json");
        card.put("thumbnail", thumbnails.of(image).uri(ApiVersion.V3));
    }

    /** A document as UTF-8. */
    static byte[] bytes(ObjectNode document) {
        return JSON.writeValueAsBytes(document);
    }

    /** An empty document. */
    static ObjectNode document() {
        return JSON.createObjectNode();
    }
}
