package org.lectern.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lectern.blob.Validators;
import tools.jackson.core.exc.JacksonIOException;

/** Documents as answers. The entity tag is of the bytes and their type: nothing that shapes them is missing in it. */
final class JsonAnswer {

    private static final Map<String, String> NEGOTIATED = Map.of("Vary", "Accept");

    private JsonAnswer() {}

    static Answer.Document of(String contentType, Optional<Instant> modified, List<Answer.Link> links, byte[] body) {
        return of(contentType, modified, links, NEGOTIATED, body);
    }

    static Answer.Document of(
            String contentType,
            Optional<Instant> modified,
            List<Answer.Link> links,
            Map<String, String> headers,
            byte[] body) {
        String etag = Validators.of(contentType, new String(body, StandardCharsets.ISO_8859_1));
        return new Answer.Document(contentType, new Answer.Validity(etag, modified), links, headers, body);
    }

    /**
     * One that is written while it is sent.
     *
     * @param etag made of all that shapes it
     * @param body writes it; what the stream throws comes out of it wrapped by Jackson
     */
    static Answer.Streamed streamed(String contentType, String etag, Instant modified, Consumer<OutputStream> body) {
        return new Answer.Streamed(contentType, Optional.empty(), new Answer.Validity(etag, Optional.of(modified)),
                List.of(), NEGOTIATED, out -> write(body, out));
    }

    private static void write(Consumer<OutputStream> body, OutputStream out) throws IOException {
        try {
            body.accept(out);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
