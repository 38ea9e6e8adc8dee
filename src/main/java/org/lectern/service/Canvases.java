package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Canvas;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.VersionedUri;
import org.lectern.source.Item;
import org.lectern.source.Page;

/**
 * Makes the canvases of an item. A page that cannot be read keeps its place: its canvas has the size of
 * a neighbour, a note in its label, and no picture.
 */
final class Canvases {

    private final PageSizes sizes;
    private final Links links;
    private final Limits limits;
    private final Wording wording;
    private final Thumbnails thumbnails;

    Canvases(PageSizes sizes, Links links, Limits limits, Wording wording) {
        this.sizes = sizes;
        this.links = links;
        this.limits = limits;
        this.wording = wording;
        this.thumbnails = new Thumbnails(limits);
    }

    /**
     * All canvases, in reading order.
     *
     * @throws IiifException when no page can be read: what the first one said
     */
    List<Canvas> all(Holding holding, String base) {
        Item item = holding.item().orElseThrow();
        List<Optional<Dimensions>> sizes = this.sizes.all(holding);
        List<String> ids = CanvasIds.of(item, links, base);
        List<Canvas> canvases = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Page page = item.pages().get(i);
            canvases.add(sizes.get(i).isPresent()
                    ? readable(ids.get(i), item, page, sizes.get(i).get(), base)
                    : unreadable(ids.get(i), page, PageSizes.neighbour(sizes, i)));
        }
        return canvases;
    }

    /**
     * The canvas of one page, the same as among {@link #all}.
     *
     * @throws IiifException when it cannot be read
     */
    Canvas one(Holding holding, Page page, String base) {
        Item item = holding.item().orElseThrow();
        String id = CanvasIds.of(item, links, base).get(item.pages().indexOf(page));
        return readable(id, item, page, sizes.one(holding, page), base);
    }

    private Canvas readable(String id, Item item, Page page, Dimensions size, String base) {
        VersionedUri service = links.image(base, item, page);
        Dimensions largest = limits.largest(size);
        return new Canvas(
                id,
                LanguageMap.of(label(page)),
                size,
                Optional.of(new Canvas.Painting(service, largest, !largest.equals(size))),
                Optional.of(thumbnails.of(service, size)));
    }

    private Canvas unreadable(String id, Page page, Dimensions size) {
        LanguageMap label = wording.in(label(page) + " (" + wording.unreadable() + ")");
        return new Canvas(id, label, size, Optional.empty(), Optional.empty());
    }

    private static String label(Page page) {
        return page.label().isBlank() ? String.valueOf(page.index() + 1) : page.label();
    }
}
