package org.lectern.source;

import org.lectern.blob.Picture;
import org.lectern.core.IiifException;

/**
 * Goes through the pages of one item: the way to its files is walked once, and a file that many pages lie in is opened
 * once. For one thread, and for a short time: what was found at the beginning is believed to the end.
 */
public interface Leafing extends AutoCloseable {

    /**
     * The picture of a page.
     *
     * @param page of the item
     * @return to be looked at before the next is asked for, by whom closes its blob
     * @throws IiifException.Missing when the page's bytes have gone
     */
    Picture picture(Page page);

    @Override
    void close();
}
