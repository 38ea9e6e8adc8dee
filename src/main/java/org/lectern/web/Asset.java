package org.lectern.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the web application, held in the form it is mostly sent in. Immutable; who gets bytes does
 * not write into them.
 *
 * @param mediaType its Content-Type
 * @param etag of its content
 * @param stored the bytes, compressed where that is worth it
 * @param zipped whether they are
 */
record Asset(String mediaType, String etag, byte[] stored, boolean zipped) {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("md", "text/plain;charset=UTF-8"));
    private static final Map<String, String> OTHERS = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "gif", "image/gif",
            "ico", "image/vnd.microsoft.icon",
            "webp", "image/webp",
            "woff", "font/woff",
            "woff2", "font/woff2",
            "wasm", "application/wasm");

    /** The media type that a name's ending stands for; what has none listed here is not served. */
    static Optional<String> mediaType(String path) {
        String ending = ending(path);
        return Optional.ofNullable(TEXTS.getOrDefault(ending, OTHERS.get(ending)));
    }

    /** Takes the content of a file with a listed ending. */
    static Asset of(String path, byte[] content) {
        boolean zip = TEXTS.containsKey(ending(path)) && content.length >= Gzip.WORTHWHILE_BYTES;
        return new Asset(
                mediaType(path).orElseThrow(), Digest.of(content), zip ? Gzip.compress(content) : content, zip);
    }

    /** The bytes as they were in the file. */
    byte[] plain() {
        return zipped ? Gzip.expand(stored) : stored;
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
