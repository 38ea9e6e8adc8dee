package org.lectern.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Validators;

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
}
