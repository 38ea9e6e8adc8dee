package org.lectern.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Picture;
import org.lectern.cache.Cache;
import org.lectern.codec.Pyramid;
import org.lectern.core.IiifException;
import org.lectern.service.Extents.Extent;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Leafing;
import org.lectern.source.Page;
import org.lectern.source.Track;

/**
 * How large the pages of items are, in pixels of the upright picture: from descriptions, else from headers. What
 * headers tell of an item is kept in one piece in the cache of documents, under the item's validator. What could not
 * be read is tried again after a while: it may have been the disk. Thread-safe.
 */
final class PageSizes {

    /** How long what could not be read is left alone. */
    static final Duration REST = Duration.ofMinutes(10);

    private static final String KEY = "sizes1."; // another number when what is kept changes
    private static final double UNKNOWN_DPI = 72; // what programs write who do not know

    private final Pictures pictures;
    private final Cache documents;
    private final InstantSource clock;

    PageSizes(Pictures pictures, Cache documents, InstantSource clock) {
        this.pictures = pictures;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Of all pages of an item, in reading order, then of the pictures that go with its recordings.
     *
     * @throws IiifException when there is nothing but pages and none can be read: what the first one says
     */
    Extents all(Holding holding) {
        Item item = holding.item().orElseThrow();
        Extents extents = isTold(item) ? look(holding, Optional.empty()) : kept(holding, item);
        boolean isOfPagesAlone = item.apparatus().tracks().isEmpty();
        if (isOfPagesAlone && extents.isUnreadable(item.pages().size())) {
            one(holding, item.pages().get(0));
            documents.remove(key(item)); // it can be read again
            return look(holding, Optional.empty());
        }
        return extents;
    }

    private static boolean isTold(Item item) {
        return item.pages().stream().allMatch(page -> page.size().isPresent())
                && item.apparatus().tracks().stream().allMatch(track -> track.image().isEmpty());
    }

    private Extents kept(Holding holding, Item item) {
        Optional<Extents> before = documents.find(key(item)).map(Extents::of);
        if (before.isPresent() && isDue(before.get())) {
            documents.remove(key(item));
        }
        return Extents.of(documents.get(key(item), () -> look(holding, before).bytes()));
    }

    private boolean isDue(Extents extents) {
        return !extents.isComplete() && extents.seen().plus(REST).isBefore(clock.instant());
    }

    private static String key(Item item) {
        return KEY + item.validator();
    }

    /** Looks at all, or at those that could not be read before. */
    private Extents look(Holding holding, Optional<Extents> before) {
        Item item = holding.item().orElseThrow();
        List<Optional<Extent>> all = new ArrayList<>();
        try (Leafing leafing = holding.source().leafThrough(item)) {
            for (Page page : item.pages()) {
                all.add(known(before, all.size()).or(() -> readable(() -> of(page, leafing))));
            }
        }
        for (Track track : item.apparatus().tracks()) {
            all.add(known(before, all.size())
                    .or(() -> track.image().flatMap(file -> readable(() -> of(holding, item, file)))));
        }
        return new Extents(all, clock.instant());
    }

    private static Optional<Extent> known(Optional<Extents> before, int index) {
        return before.flatMap(extents -> extents.at(index));
    }

    /**
     * Of one page.
     *
     * @throws IiifException when it cannot be read
     */
    Extent one(Holding holding, Page page) {
        try (Leafing leafing = holding.source().leafThrough(holding.item().orElseThrow())) {
            return of(page, leafing);
        }
    }

    private Extent of(Page page, Leafing leafing) {
        Optional<Float> told = page.dpi().map(Integer::floatValue);
        if (page.size().isPresent()) {
            return new Extent(page.size().get(), told.orElse(0f));
        }
        Extent seen = of(leafing.picture(page));
        return new Extent(seen.size(), told.orElse(seen.dpi()));
    }

    private Extent of(Holding holding, Item item, ItemFile file) {
        return of(new Picture(holding.source().file(item, file), 0));
    }

    private Extent of(Picture picture) {
        Pyramid pyramid = pictures.pyramid(picture);
        double dpi = pyramid.dpi().orElse(UNKNOWN_DPI);
        return new Extent(pyramid.size(), dpi == UNKNOWN_DPI ? 0 : (float) dpi);
    }

    /** Looks at a picture. */
    private interface Look {
        Extent look();
    }

    private static Optional<Extent> readable(Look look) {
        try {
            return Optional.of(look.look());
        } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
            return Optional.empty();
        }
    }
}
