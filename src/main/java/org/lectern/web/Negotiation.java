package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a client would rather have. */
final class Negotiation {

    private Negotiation() {}

    /** The Accept field, its repetitions joined. */
    static Optional<String> accept(HttpServletRequest request) {
        return field(request, "Accept");
    }

    /** Whether the client is a browser at its address bar: it names HTML and weighs it above JSON. */
    static boolean prefersHtml(HttpServletRequest request) {
        List<Weighted> accept = accept(request).map(Weighted::parse).orElse(List.of());
        double html = Weighted.of(accept, "text/html").orElse(0);
        double json = Math.max(
                Weighted.of(accept, "application/json", "application/*", "*/*").orElse(0),
                Weighted.of(accept, "application/ld+json").orElse(0));
        return html > json;
    }

    /** Whether gzip is welcome. */
    static boolean acceptsGzip(HttpServletRequest request) {
        List<Weighted> encodings =
                field(request, "Accept-Encoding").map(Weighted::parse).orElse(List.of());
        return Weighted.of(encodings, "gzip", "x-gzip", "*").orElse(0) > 0;
    }

    private static Optional<String> field(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }
}
