package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.lectern.core.Fault;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that failed: a {@link Problem} as JSON, or as a small page for a browser. A failure
 * that is none of the known kinds is a bug: 500, and logged here, once. Thread-safe.
 */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String PAGE = "error.html";

    private final Pages pages;
    private final Cors cors;
    private final PublicUrl publicUrl;

    /** With the pages, of which {@code error.html} is used when it is there, and what it needs to link home. */
    public Problems(Pages pages, Cors cors, PublicUrl publicUrl) {
        this.pages = Objects.requireNonNull(pages);
        this.cors = Objects.requireNonNull(cors);
        this.publicUrl = Objects.requireNonNull(publicUrl);
    }

    /**
     * Tells the client of a failure.
     *
     * @throws RuntimeException the failure itself when half an answer is out already: the container
     *     then breaks the connection off
     */
    public void send(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        if (failure instanceof IiifException known) {
            LOG.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), known.getMessage(), known.getCause());
            if (response.isCommitted()) {
                throw known;
            }
            headers(response, known);
            send(request, response, Problem.of(known, request.getRequestURI()));
            return;
        }
        String incident = log(request, failure);
        if (response.isCommitted()) {
            throw failure;
        }
        send(request, response, bug(request, incident));
    }

    /** The same for what the servlet API wraps in a checked exception. */
    void sendBug(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        String incident = log(request, failure);
        if (response.isCommitted()) {
            throw new IOException("the answer is half out; request " + incident);
        }
        send(request, response, bug(request, incident));
    }

    /** Sends a problem in place of whatever was buffered. */
    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.resetBuffer();
        cors.apply(response);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Optional<String> page = Negotiation.prefersHtml(request) ? page(problem, base(request)) : Optional.empty();
        if (page.isPresent()) {
            response.setHeader("Content-Security-Policy", ContentPolicy.of(PAGE));
        }
        response.setContentType(page.isPresent() ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE);
        byte[] body = page.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(problem::json);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** A request whose host cannot be read gets links that need none. */
    private String base(HttpServletRequest request) {
        try {
            return publicUrl.of(request);
        } catch (IiifException.Malformed e) {
            return PublicUrl.contextPath(request);
        }
    }

    private Optional<String> page(Problem problem, String base) {
        return pages.fill(PAGE, Map.of(
                "base", base,
                "status", Integer.toString(problem.status()),
                "title", problem.title(),
                "detail", problem.detail()));
    }

    private static void headers(HttpServletResponse response, IiifException failure) {
        if (failure instanceof IiifException.Busy busy) {
            response.setHeader("Retry-After", Long.toString(seconds(busy.retryAfter())));
        }
        if (failure.fault() == Fault.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"IIIF\"");
        }
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    private static Problem bug(HttpServletRequest request, String incident) {
        return new Problem(
                500,
                "The server failed at this request. Its log tells more, under " + incident + ".",
                request.getRequestURI());
    }

    private static String log(HttpServletRequest request, Exception failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("{} {} failed, request {}", request.getMethod(), request.getRequestURI(), incident, failure);
        return incident;
    }
}
