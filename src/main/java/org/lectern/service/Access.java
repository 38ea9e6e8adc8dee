package org.lectern.service;

import org.lectern.core.Identifier;

/**
 * Who may see what. Asked in {@link Library} before any cache is looked at, for every way to reach a
 * thing: image, info.json, manifest, listing, page, HEAD and 304. Thread-safe, quick: a listing asks for every item.
 *
 * <p>What is refused takes all below it along: a folder its items, an item its pages and files. The
 * library itself ({@code Identifier.ROOT}) is never asked for: it shows each visitor what that visitor may see.
 * Because a {@code $} in a request may stand for a slash, names are asked for that may not exist.
 */
@FunctionalInterface
public interface Access {

    /** Lets everyone see everything: the default. */
    Access ALL = (visitor, item) -> Decision.ALLOW;

    /**
     * The decision for one item or folder, by its own identifier (never a page form).
     *
     * @param visitor who asks
     * @param item what for
     */
    Decision decide(Visitor visitor, Identifier item);

    /** The outcomes. */
    enum Decision {
        /** As if there were no access control. */
        ALLOW,
        /** Refused until the visitor says who it is: 401; hidden in listings. */
        UNAUTHENTICATED,
        /** Refused: 403; hidden in listings. */
        FORBIDDEN
    }
}
