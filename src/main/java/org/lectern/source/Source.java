package org.lectern.source;

import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;

/**
 * Where bytes come from. Thread-safe. Opens everything read-only and never leads outside what it was
 * given to serve.
 */
public interface Source {

    /** Its name in the settings. */
    String name();

    /**
     * What a location names: the exact name first, then the longest existing path with {@code $} for
     * {@code /}, then a page form.
     *
     * @return empty when there is nothing of that name
     * @throws IiifException.Unreachable when a server behind it fails
     */
    Optional<Resource> find(Location location);

    /**
     * The picture of a page.
     *
     * @param item an item of this source
     * @param page one of its pages
     * @throws IiifException.Missing when the page's bytes have gone
     */
    Picture picture(Item item, Page page);

    /**
     * Goes through the pages of an item, for who looks at many of them.
     *
     * @param item an item of this source
     * @return to be closed
     */
    default Leafing leafThrough(Item item) {
        return new Leafing() {
            @Override
            public Picture picture(Page page) {
                return Source.this.picture(item, page);
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    /**
     * A file of an item.
     *
     * @param item an item of this source
     * @param file one of those it lists
     * @return its bytes; the reader closes them
     * @throws IiifException.Missing when it has gone
     */
    Blob file(Item item, ItemFile file);

    /**
     * The file that the words of a page stand in.
     *
     * @param item an item of this source
     * @param text where one of its pages says they stand
     * @return its bytes; the reader closes them
     * @throws IiifException.Missing when it has gone
     */
    Blob text(Item item, TextPlace text);

    /** Whether it can be read just now; for the health check. */
    boolean ready();
}
