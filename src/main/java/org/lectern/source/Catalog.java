package org.lectern.source;

/** What there is: implemented by sources that can list. Thread-safe. */
public interface Catalog {

    /** A stretch of all items, in a stable order: by identifier, naturally. */
    Listing list(ItemQuery query);
}
