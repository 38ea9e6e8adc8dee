package org.lectern.service;

import java.util.Objects;
import java.util.Optional;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Resource;
import org.lectern.source.Source;

/**
 * What an identifier names, with the source that holds it; given out by {@link Library} alone, after
 * access was decided.
 *
 * @param resource an item, a page, a file or a folder
 * @param source where its bytes come from
 */
public record Holding(Resource resource, Source source) {

    /** Nothing is null. */
    public Holding {
        Objects.requireNonNull(resource);
        Objects.requireNonNull(source);
    }

    /** The item it is, or a page of. */
    public Optional<Item> item() {
        if (resource instanceof Resource.Whole whole) {
            return Optional.of(whole.item());
        }
        return resource instanceof Resource.Leaf leaf ? Optional.of(leaf.item()) : Optional.empty();
    }

    /** The page it is: a page of an item, or the only one of a single image. */
    public Optional<Page> page() {
        if (resource instanceof Resource.Leaf leaf) {
            return Optional.of(leaf.page());
        }
        return item().filter(Item::isSingleImage).map(item -> item.pages().get(0));
    }

    /**
     * The picture it is; none of a book or a folder.
     *
     * @throws IiifException.Missing when its bytes have gone
     */
    public Optional<Picture> picture() {
        if (resource instanceof Resource.File file) {
            return Optional.of(file.picture());
        }
        return page().map(this::picture);
    }

    /**
     * The picture of a page of its item.
     *
     * @throws IiifException.Missing when its bytes have gone
     */
    public Picture picture(Page page) {
        return source.picture(item().orElseThrow(), page);
    }
}
