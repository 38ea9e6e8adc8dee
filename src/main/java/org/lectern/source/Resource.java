package org.lectern.source;

import org.lectern.blob.Picture;
import org.lectern.core.Identifier;

/** What an identifier names. */
public sealed interface Resource {

    /**
     * An item.
     *
     * @param item with its pages
     */
    record Whole(Item item) implements Resource {}

    /**
     * A page of an item, named by a page form ({@code id$7}).
     *
     * @param item the item
     * @param page the page
     */
    record Leaf(Item item, Page page) implements Resource {}

    /**
     * A picture file in an item, named by its path: also a member of an archive file.
     *
     * @param picture its bytes; the reader closes them
     * @param item the item, archive file or folder that holds it: who may see that may see the picture
     */
    record File(Picture picture, Identifier item) implements Resource {}

    /**
     * A collection.
     *
     * @param folder what it holds
     */
    record Shelf(Folder folder) implements Resource {}
}
