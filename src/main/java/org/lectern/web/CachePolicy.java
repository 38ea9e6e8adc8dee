package org.lectern.web;

import java.time.Duration;

/**
 * How long clients may keep answers without asking again.
 *
 * @param images pictures
 * @param documents JSON: info.json, manifests, lists
 * @param files scripts and styles of the pages
 */
public record CachePolicy(Duration images, Duration documents, Duration files) {

    /** The Cache-Control value: with nothing to keep, a client asks each time, and mostly hears 304. */
    static String control(Duration keep) {
        return keep.isZero() ? "no-cache" : "public, max-age=" + keep.toSeconds();
    }

    /** The same for what a proxy must not keep: the next who asks may not be let in. */
    static String privately(Duration keep) {
        return "private, " + (keep.isZero() ? "no-cache" : "max-age=" + keep.toSeconds());
    }
}
