package org.lectern.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lectern.blob.Blob;
import org.lectern.service.Answer;

/**
 * Sends an {@link Answer} as HTTP. A HEAD or a conditional request ends here without the body of a
 * picture being made; otherwise the body is whole before the first header is set, so that a failure
 * in making it is still a proper answer. Of files, and of what is written while it is made, only the beginning is
 * there by then. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110</a>
 */
public final class Reply {

    private static final String NEGOTIATED = "Accept, Accept-Encoding";
    private static final String CREDENTIALS = "Authorization, Cookie";

    private final Pages pages;
    private final CachePolicy policy;
    private final boolean open;
    private final Outbox outbox;

    /**
     * With the pages it fills and the times clients may keep things.
     *
     * @param open whether everyone may see everything; if not, nothing is for proxies to keep
     * @param outbox the room for what is on its way
     */
    public Reply(Pages pages, CachePolicy policy, boolean open, Outbox outbox) {
        this.pages = Objects.requireNonNull(pages);
        this.policy = Objects.requireNonNull(policy);
        this.open = open;
        this.outbox = Objects.requireNonNull(outbox);
    }

    /**
     * Answers the request.
     *
     * @throws IOException when the client has gone
     */
    void send(Delivery delivery, Answer answer) throws IOException {
        if (answer instanceof Answer.Image image) {
            sendImage(delivery, image);
        } else if (answer instanceof Answer.Document document) {
            sendDocument(delivery, document);
        } else if (answer instanceof Answer.File file) {
            sendFile(delivery, file);
        } else if (answer instanceof Answer.Streamed streamed) {
            sendStreamed(delivery, streamed);
        } else if (answer instanceof Answer.Page page) {
            sendPage(delivery, page);
        } else if (answer instanceof Answer.Redirect redirect) {
            sendRedirect(delivery.response(), redirect);
        }
    }

    private void sendImage(Delivery delivery, Answer.Image image) throws IOException {
        Representation picture = representation(image, Disposition.of(delivery.request(), image.fileName()));
        if (delivery.settles(picture)) {
            return;
        }
        if (delivery.isHead()) {
            delivery.sendHead(picture);
            return;
        }
        byte[] body = image.body().get();
        outbox.send(body.length, () -> delivery.send(picture, body));
    }

    private Representation representation(Answer.Image image, String disposition) {
        return new Representation(
                quoted(image.validity().etag()),
                image.validity().modified(),
                control(policy.images()),
                general(image.links(), ""),
                Map.of("Content-Type", image.mediaType(), "Content-Disposition", disposition),
                true);
    }

    /** A file may be another tomorrow under the same name: it is kept no longer than a document. */
    private void sendFile(Delivery delivery, Answer.File file) throws IOException {
        Map<String, String> own = Quarantine.headers(file.mediaType());
        own.put("Content-Disposition", Disposition.of(delivery.request(), file.fileName()));
        Representation stored = new Representation(
                quoted(file.validity().etag()),
                file.validity().modified(),
                control(policy.documents()),
                general(file.links(), ""),
                own,
                true);
        try (Blob blob = file.blob()) {
            if (!delivery.settles(stored)) {
                delivery.send(stored, new BlobContent(blob));
            }
        }
    }

    /** Nothing of it is kept, so it needs no room in the outbox. */
    private void sendStreamed(Delivery delivery, Answer.Streamed streamed) throws IOException {
        boolean text = Gzip.suits(streamed.contentType());
        boolean zipped = text && Negotiation.acceptsGzip(delivery.request());
        Representation made = representation(delivery, streamed, text, zipped);
        if (delivery.settles(made)) {
            return;
        }
        if (delivery.isHead()) {
            delivery.sendHead(made);
            return;
        }
        delivery.send(made, zipped ? out -> Gzip.compress(streamed.body(), out) : streamed.body());
    }

    private Representation representation(
            Delivery delivery, Answer.Streamed streamed, boolean negotiated, boolean zipped) {
        Map<String, String> own = new HashMap<>(Map.of("Content-Type", streamed.contentType()));
        streamed.fileName().ifPresent(
                name -> own.put("Content-Disposition", Disposition.of(delivery.request(), name)));
        if (zipped) {
            own.put("Content-Encoding", "gzip");
        }
        Map<String, String> general = new HashMap<>(streamed.headers());
        general.putAll(general(streamed.links(), negotiated ? NEGOTIATED : ""));
        String tag = streamed.validity().etag();
        return new Representation(
                quoted(zipped ? tag + Gzip.TAG : tag),
                streamed.validity().modified(),
                control(policy.documents()),
                general,
                own,
                false);
    }

    private void sendDocument(Delivery delivery, Answer.Document document) throws IOException {
        Map<String, String> general = new HashMap<>(document.headers());
        general.putAll(general(document.links(), NEGOTIATED));
        sendText(delivery, document.contentType(), document.validity(), policy.documents(), general, document.body());
    }

    private void sendPage(Delivery delivery, Answer.Page page) throws IOException {
        byte[] body = pages.fill(page.name(), page.values())
                .orElseThrow(() -> new IllegalStateException("no page " + page.name()))
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> general = general(List.of(), NEGOTIATED);
        general.put("Content-Security-Policy", ContentPolicy.of(page.name()));
        general.put("Referrer-Policy", "strict-origin-when-cross-origin");
        Answer.Validity validity = new Answer.Validity(Digest.of(body), Optional.empty());
        sendText(delivery, "text/html;charset=UTF-8", validity, Duration.ZERO, general, body);
    }

    /** Who may not see a thing is not led to it; so where it leads is as private as the thing. */
    private void sendRedirect(HttpServletResponse response, Answer.Redirect redirect) {
        response.setStatus(redirect.status());
        response.setHeader("Location", redirect.location().toASCIIString());
        response.setHeader("Cache-Control", control(policy.documents()));
        general(List.of(), "Accept").forEach(response::setHeader);
        response.setContentLength(0);
    }

    /** Sends what compresses; the tag of the compressed form is another. */
    private void sendText(
            Delivery delivery,
            String contentType,
            Answer.Validity validity,
            Duration keep,
            Map<String, String> general,
            byte[] body)
            throws IOException {
        boolean zipped = body.length >= Gzip.WORTHWHILE_BYTES && Negotiation.acceptsGzip(delivery.request());
        Representation text = new Representation(
                quoted(zipped ? validity.etag() + Gzip.TAG : validity.etag()),
                validity.modified(),
                control(keep),
                general,
                zipped
                        ? Map.of("Content-Type", contentType, "Content-Encoding", "gzip")
                        : Map.of("Content-Type", contentType),
                false);
        outbox.send(body.length, () -> {
            if (!delivery.settles(text)) {
                delivery.send(text, zipped ? Gzip.compress(body) : body);
            }
        });
    }

    private String control(Duration keep) {
        return open ? CachePolicy.control(keep) : CachePolicy.privately(keep);
    }

    /**
     * What every answer tells, kept or not. Links are one field: some clients read only the first.
     *
     * @param negotiated request fields that it depends on, beside those that tell who asks
     */
    private Map<String, String> general(List<Answer.Link> links, String negotiated) {
        Map<String, String> general = new HashMap<>();
        List<String> vary = open ? List.of(negotiated) : List.of(negotiated, CREDENTIALS);
        general.put("Vary", vary.stream().filter(names -> !names.isEmpty()).collect(Collectors.joining(", ")));
        general.put("Link", links.stream()
                .map(link -> "<" + link.uri() + ">;rel=\"" + link.rel() + "\"")
                .collect(Collectors.joining(", ")));
        general.values().removeIf(String::isEmpty);
        return general;
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
