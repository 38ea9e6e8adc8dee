package org.lectern.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Pictures pictures;
    private final Links links;
    private final Limits limits;
    private final Wording wording;
    private final Thumbnails thumbnails;

    Canvases(Pictures pictures, Links links, Limits limits, Wording wording) {
        this.pictures = pictures;
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
        List<Optional<Dimensions>> sizes = sizes(holding, item.pages());
        List<String> ids = ids(item, base);
        List<Canvas> canvases = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Page page = item.pages().get(i);
            canvases.add(sizes.get(i).isPresent()
                    ? readable(ids.get(i), item, page, sizes.get(i).get(), base)
                    : unreadable(ids.get(i), page, neighbour(sizes, i)));
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
        String id = ids(item, base).get(item.pages().indexOf(page));
        return readable(id, item, page, size(holding, page), base);
    }

    /** The URIs of an item's canvases: by the pages' numbers; by place where a page before has the same number. */
    private List<String> ids(Item item, String base) {
        if (item.isSingleImage()) {
            return List.of(links.canvas(base, item.id(), ""));
        }
        Set<Integer> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Page page : item.pages()) {
            String name = taken.add(page.number()) ? "$leaf" + page.number() : "$n" + ids.size();
            ids.add(links.canvas(base, item.id(), name));
        }
        return ids;
    }

    private List<Optional<Dimensions>> sizes(Holding holding, List<Page> pages) {
        List<Optional<Dimensions>> sizes = new ArrayList<>();
        List<IiifException> failures = new ArrayList<>();
        for (Page page : pages) {
            sizes.add(readableSize(holding, page, failures));
        }
        if (failures.size() == pages.size()) {
            throw failures.get(0);
        }
        return sizes;
    }

    private Optional<Dimensions> readableSize(Holding holding, Page page, List<IiifException> failures) {
        try {
            return Optional.of(size(holding, page));
        } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
            failures.add(e);
            return Optional.empty();
        }
    }

    private Dimensions size(Holding holding, Page page) {
        return page.size().orElseGet(() -> pictures.pyramid(holding.picture(page)).size());
    }

    /** The size of the nearest readable page before, else of the nearest behind. */
    private static Dimensions neighbour(List<Optional<Dimensions>> sizes, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (sizes.get(i).isPresent()) {
                return sizes.get(i).get();
            }
        }
        return sizes.subList(index, sizes.size()).stream().flatMap(Optional::stream).findFirst().orElseThrow();
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
