package org.lectern.service;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lectern.blob.Blob;

/**
 * What a use case comes to, before HTTP. Validators stand beside the body, so that a HEAD or a
 * conditional request ends without making it.
 */
public sealed interface Answer {

    /**
     * A header {@code Link: <uri>;rel="…"}.
     *
     * @param uri where to, already percent-encoded
     * @param rel its relation
     */
    record Link(String uri, String rel) {}

    /**
     * What a client may keep.
     *
     * @param etag strong entity tag without quotes
     * @param modified when the source last changed, if known
     */
    record Validity(String etag, Optional<Instant> modified) {}

    /**
     * JSON. The body is small and already made.
     *
     * @param contentType media type with its parameters
     * @param validity for conditional requests
     * @param links to send as one Link header
     * @param headers further headers
     * @param body UTF-8
     */
    record Document(
            String contentType, Validity validity, List<Link> links, Map<String, String> headers, byte[] body)
            implements Answer {}

    /**
     * An encoded picture.
     *
     * @param mediaType its Content-Type
     * @param fileName what to call it when it is saved
     * @param validity for conditional requests
     * @param links canonical and profile
     * @param body makes the bytes: only asked for when they are to be sent
     */
    record Image(String mediaType, String fileName, Validity validity, List<Link> links, Supplier<byte[]> body)
            implements Answer {}

    /**
     * A file as it is stored: parts of it may be asked for, and it may be larger than memory.
     *
     * @param mediaType its Content-Type
     * @param fileName what to call it when it is saved
     * @param validity for conditional requests
     * @param links to send as one Link header
     * @param blob the bytes; closed by who sends it, also when nothing is sent
     */
    record File(String mediaType, String fileName, Validity validity, List<Link> links, Blob blob) implements Answer {}

    /**
     * Something that is written while it is made, because it may be larger than memory. What fails after the first
     * byte cuts the connection.
     *
     * @param contentType its Content-Type
     * @param fileName what to call it when it is saved; none for what is not saved
     * @param validity for conditional requests
     * @param links to send as one Link header
     * @param headers further headers
     * @param body writes it; called once, or never
     */
    record Streamed(
            String contentType,
            Optional<String> fileName,
            Validity validity,
            List<Link> links,
            Map<String, String> headers,
            Writing body)
            implements Answer {}

    /** Writes a body. */
    @FunctionalInterface
    interface Writing {
        /**
         * Writes it.
         *
         * @param out not to be closed
         * @throws IOException when the client has gone
         */
        void to(OutputStream out) throws IOException;
    }

    /**
     * A page for people: a file below {@code WEB-INF/pages}, in which {@code {{name}}} stands for a value.
     *
     * @param name the file's name
     * @param values texts to put in; the web room escapes them
     */
    record Page(String name, Map<String, String> values) implements Answer {}

    /**
     * Elsewhere.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param location absolute, percent-encoded
     */
    record Redirect(int status, URI location) implements Answer {}
}
