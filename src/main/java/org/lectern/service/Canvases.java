package org.lectern.service;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.AnnotationPage;
import org.lectern.presentation.Canvas;
import org.lectern.presentation.LanguageMap;
import org.lectern.presentation.VersionedUri;
import org.lectern.service.Extents.Extent;
import org.lectern.source.Item;
import org.lectern.source.Page;

/**
 * Makes the canvases of an item: its recordings, then its pages. A page that cannot be read keeps its place: its canvas
 * has the size of a neighbour, a note in its label, and no picture.
 */
final class Canvases {

    private static final double MILLIMETRES_AN_INCH = 25.4;

    private final PageSizes sizes;
    private final Links links;
    private final Limits limits;
    private final Wording wording;
    private final Thumbnails thumbnails;
    private final TrackCanvases tracks;

    Canvases(PageSizes sizes, Links links, Limits limits, Wording wording) {
        this.sizes = sizes;
        this.links = links;
        this.limits = limits;
        this.wording = wording;
        this.thumbnails = new Thumbnails(limits);
        this.tracks = new TrackCanvases(links, limits);
    }

    /**
     * All canvases. Each is made when it is asked for, and none is kept.
     *
     * @param extents of the item's pages and of what goes with its recordings
     */
    List<Canvas> all(Item item, Extents extents, String base) {
        return new Series(item, extents, base);
    }

    /**
     * The canvas of one page, the same as among {@link #all}.
     *
     * @throws IiifException when it cannot be read
     */
    Canvas one(Holding holding, Page page, String base) {
        Item item = holding.item().orElseThrow();
        int index = item.pages().indexOf(page);
        String id = CanvasIds.of(item, links, base).get(index);
        return readable(id, item, page, sizes.one(holding, page), Foldouts.of(item).get(index), base);
    }

    private final class Series extends AbstractList<Canvas> implements RandomAccess {

        private final Item item;
        private final Extents extents;
        private final String base;
        private final List<String> ids;
        private final List<String> trackIds;
        private final BitSet foldouts;

        Series(Item item, Extents extents, String base) {
            this.item = item;
            this.extents = extents;
            this.base = base;
            this.ids = CanvasIds.of(item, links, base);
            this.trackIds = CanvasIds.ofTracks(item, links, base);
            this.foldouts = Foldouts.of(item);
        }

        @Override
        public int size() {
            return trackIds.size() + ids.size();
        }

        @Override
        public Canvas get(int index) {
            return index < trackIds.size() ? track(index) : page(index - trackIds.size());
        }

        private Canvas track(int index) {
            return tracks.of(trackIds.get(index), item, item.apparatus().tracks().get(index),
                    extents.at(item.pages().size() + index).map(Extent::size), base);
        }

        private Canvas page(int index) {
            Page page = item.pages().get(index);
            return extents.at(index)
                    .map(extent -> readable(ids.get(index), item, page, extent, foldouts.get(index), base))
                    .orElseGet(() -> unreadable(ids.get(index), page, extents.neighbour(index)));
        }
    }

    private Canvas readable(String id, Item item, Page page, Extent extent, boolean foldout, String base) {
        VersionedUri service = links.image(base, item, page);
        Dimensions size = extent.size();
        Dimensions largest = limits.largest(size);
        return new Canvas(
                id,
                LanguageMap.of(label(page)),
                Optional.of(size),
                Optional.empty(),
                Optional.of(new Canvas.Painting(service, largest, !largest.equals(size))),
                Optional.of(thumbnails.of(service, size)),
                foldout ? List.of("non-paged") : List.of(),
                List.of(),
                List.of(),
                annotations(item, page, base),
                List.of(),
                extent.dpi() > 0 ? Optional.of(MILLIMETRES_AN_INCH / extent.dpi()) : Optional.empty(),
                Optional.empty());
    }

    /** Lines first: most viewers show the first, and words alone lie thick on a page. */
    private List<AnnotationPage.Link> annotations(Item item, Page page, String base) {
        return page.text().isEmpty()
                ? List.of()
                : List.of(
                        new AnnotationPage.Link(
                                links.annotations(base, item, page, false), wording.in(wording.lines())),
                        new AnnotationPage.Link(
                                links.annotations(base, item, page, true), wording.in(wording.words())));
    }

    private Canvas unreadable(String id, Page page, Dimensions size) {
        LanguageMap label = wording.in(label(page) + " (" + wording.unreadable() + ")");
        return new Canvas(id, label, size, Optional.empty(), Optional.empty());
    }

    private static String label(Page page) {
        return page.label().isBlank() ? String.valueOf(page.index() + 1) : page.label();
    }
}
