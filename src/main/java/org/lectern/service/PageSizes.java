package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.source.Page;

/** How large the pages of items are, in pixels of the upright picture: from descriptions, else from headers. Thread-safe. */
final class PageSizes {

    private final Pictures pictures;

    PageSizes(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Of all pages of an item, in reading order; empty for those that cannot be read.
     *
     * @throws IiifException when no page can be read: what the first one said
     */
    List<Optional<Dimensions>> all(Holding holding) {
        List<Page> pages = holding.item().orElseThrow().pages();
        List<Optional<Dimensions>> sizes = new ArrayList<>();
        List<IiifException> failures = new ArrayList<>();
        for (Page page : pages) {
            sizes.add(readable(holding, page, failures));
        }
        if (!failures.isEmpty() && failures.size() == pages.size()) {
            throw failures.get(0);
        }
        return sizes;
    }

    /**
     * Of one page.
     *
     * @throws IiifException when it cannot be read
     */
    Dimensions one(Holding holding, Page page) {
        return page.size().orElseGet(() -> pictures.pyramid(holding.picture(page)).size());
    }

    private Optional<Dimensions> readable(Holding holding, Page page, List<IiifException> failures) {
        try {
            return Optional.of(one(holding, page));
        } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
            failures.add(e);
            return Optional.empty();
        }
    }

    /** The size of the nearest readable page before, else of the nearest behind. */
    static Dimensions neighbour(List<Optional<Dimensions>> sizes, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (sizes.get(i).isPresent()) {
                return sizes.get(i).get();
            }
        }
        return sizes.subList(index, sizes.size()).stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }
}
