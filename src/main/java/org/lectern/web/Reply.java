package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lectern.service.Answer;

/**
 * Sends an {@link Answer} as HTTP. A HEAD or a conditional request ends here without the body of a
 * picture being made; otherwise the body is whole before the first header is set, so that a failure
 * in making it is still a proper answer. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110</a>
 */
public final class Reply {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

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
    public void send(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        if (answer instanceof Answer.Image image) {
            sendImage(request, response, image);
        } else if (answer instanceof Answer.Document document) {
            sendDocument(request, response, document);
        } else if (answer instanceof Answer.Page page) {
            sendPage(request, response, page);
        } else if (answer instanceof Answer.Redirect redirect) {
            sendRedirect(response, redirect);
        }
    }

    private void sendImage(HttpServletRequest request, HttpServletResponse response, Answer.Image image)
            throws IOException {
        String tag = quoted(image.validity().etag());
        Optional<Instant> modified = image.validity().modified();
        boolean notModified = Conditional.notModified(request, tag, modified);
        boolean bodiless = notModified || isHead(request);
        byte[] body = bodiless ? new byte[0] : image.body().get();
        outbox.send(body.length, () -> sendImage(request, response, image, tag, body, notModified));
    }

    private void sendImage(
            HttpServletRequest request,
            HttpServletResponse response,
            Answer.Image image,
            String tag,
            byte[] body,
            boolean notModified)
            throws IOException {
        validators(response, tag, image.validity().modified(), policy.images());
        link(response, image.links());
        if (notModified) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(image.mediaType());
        response.setHeader("Content-Disposition", Disposition.inline(image.fileName()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (isHead(request)) {
            response.flushBuffer(); // its length is not known: commit before the container makes it 0
        } else {
            write(request, response, body);
        }
    }

    private void sendDocument(HttpServletRequest request, HttpServletResponse response, Answer.Document document)
            throws IOException {
        document.headers().forEach(response::setHeader);
        link(response, document.links());
        response.setHeader("Vary", "Accept, Accept-Encoding");
        sendText(request, response, document.contentType(), document.validity(), policy.documents(), document.body());
    }

    private void sendPage(HttpServletRequest request, HttpServletResponse response, Answer.Page page)
            throws IOException {
        byte[] body = pages.fill(page.name(), page.values())
                .orElseThrow(() -> new IllegalStateException("no page " + page.name()))
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader("Content-Security-Policy", ContentPolicy.of(page.name()));
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Vary", "Accept, Accept-Encoding");
        Answer.Validity validity = new Answer.Validity(Digest.of(body), Optional.empty());
        sendText(request, response, "text/html;charset=UTF-8", validity, Duration.ZERO, body);
    }

    private static void sendRedirect(HttpServletResponse response, Answer.Redirect redirect) {
        response.setStatus(redirect.status());
        response.setHeader("Location", redirect.location().toASCIIString());
        response.setHeader("Vary", "Accept");
        response.setContentLength(0);
    }

    private void sendText(
            HttpServletRequest request,
            HttpServletResponse response,
            String contentType,
            Answer.Validity validity,
            Duration keep,
            byte[] body)
            throws IOException {
        outbox.send(body.length, () -> sendRoomy(request, response, contentType, validity, keep, body));
    }

    /** Sends what compresses; the tag of the compressed form is another. */
    private void sendRoomy(
            HttpServletRequest request,
            HttpServletResponse response,
            String contentType,
            Answer.Validity validity,
            Duration keep,
            byte[] body)
            throws IOException {
        boolean zipped = body.length >= Gzip.WORTHWHILE_BYTES && Negotiation.acceptsGzip(request);
        String tag = quoted(zipped ? validity.etag() + "-gzip" : validity.etag());
        validators(response, tag, validity.modified(), keep);
        if (Conditional.notModified(request, tag, validity.modified())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(request, response, zipped ? Gzip.compress(body) : body);
    }

    private void validators(
            HttpServletResponse response, String tag, Optional<Instant> modified, Duration keep) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", open ? CachePolicy.control(keep) : CachePolicy.privately(keep));
        modified.ifPresent(time -> response.setHeader("Last-Modified", HTTP_DATE.format(time)));
    }

    /** One field for all: some clients read only the first. */
    private static void link(HttpServletResponse response, List<Answer.Link> links) {
        if (!links.isEmpty()) {
            response.setHeader("Link", links.stream()
                    .map(link -> "<" + link.uri() + ">;rel=\"" + link.rel() + "\"")
                    .collect(Collectors.joining(", ")));
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException {
        response.setContentLength(body.length);
        if (!isHead(request)) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD");
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
