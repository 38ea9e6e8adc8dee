package org.lectern.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How files from outside are sent, so that nothing in them runs as if it were ours. What is known to be passive goes
 * as it is; scripts go as plain text, which no page can run; all else (hOCR and other HTML, SVG, XML, what nobody
 * knows) may be looked at in a sandbox of its own, without scripts and without anything from elsewhere. A PDF is run
 * by the browser's own viewer, which a sandbox would keep from showing it.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-sandbox">Content Security Policy 3, 6.3.2</a>
 */
final class Quarantine {

    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    private static final String PLAIN = "text/plain;charset=utf-8";

    private static final Set<String> PASSIVE = Set.of(
            "application/pdf", "application/json", "application/ld+json", "application/zip", "application/gzip",
            "application/x-tar", "application/epub+zip", "application/octet-stream", "text/plain", "text/vtt", "text/csv");
    private static final Set<String> PASSIVE_KINDS = Set.of("image/", "audio/", "video/");
    private static final String SVG = "image/svg+xml";
    private static final Set<String> ALWAYS_UTF8 = Set.of("text/plain", "text/vtt");

    private Quarantine() {}

    /** The header fields that tell of a file's bytes. */
    static Map<String, String> headers(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", contentType(mediaType, type)));
        if (!isPassive(type)) {
            headers.put("Content-Security-Policy", SANDBOX);
        }
        return headers;
    }

    private static boolean isPassive(String type) {
        return PASSIVE.contains(type)
                || !type.equals(SVG) && PASSIVE_KINDS.stream().anyMatch(type::startsWith);
    }

    /** HTML and XML tell their characters themselves; texts of recognition are UTF-8, captions have to be. */
    private static String contentType(String told, String type) {
        if (type.endsWith("javascript") || type.endsWith("ecmascript")) {
            return PLAIN;
        }
        boolean silent = told.indexOf(';') < 0;
        return silent && ALWAYS_UTF8.contains(type) ? type + ";charset=utf-8" : told;
    }
}
