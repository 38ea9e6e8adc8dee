package org.lectern.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be sent, without its bytes.
 *
 * @param tag strong entity tag, quoted; of these very bytes, compressed or not
 * @param modified when it last changed, if known
 * @param cacheControl how long it may be kept
 * @param general header fields that tell something even to who holds the bytes already: Vary, Link
 * @param own header fields of the bytes: Content-Type and the like
 * @param ranged whether parts of it are sent
 */
record Representation(
        String tag,
        Optional<Instant> modified,
        String cacheControl,
        Map<String, String> general,
        Map<String, String> own,
        boolean ranged) {

    Representation {
        general = Map.copyOf(general);
        own = Map.copyOf(own);
    }
}
