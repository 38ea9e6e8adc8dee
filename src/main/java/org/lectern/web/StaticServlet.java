package org.lectern.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lectern.core.IiifException;

/**
 * Serves the files below {@code WEB-INF/static}: what the pages for people are made of. Each is read
 * once and kept, compressed; there are only as many as the archive holds.
 */
public final class StaticServlet extends HttpServlet {

    /** What it is registered as. */
    public static final String NAME = "StaticServlet";

    private final Exchange exchange;
    private final CachePolicy policy;
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** With the time clients may keep files. */
    public StaticServlet(Exchange exchange, CachePolicy policy) {
        this.exchange = Objects.requireNonNull(exchange);
        this.policy = Objects.requireNonNull(policy);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        String path = ((Route.Static) request.getAttribute(Route.ATTRIBUTE)).path();
        exchange.send(request, response, () -> send(request, response, find(path)));
    }

    private Asset find(String path) {
        return Asset.mediaType(path)
                .flatMap(type -> Optional.ofNullable(assets.computeIfAbsent(path, this::read)))
                .orElseThrow(() -> new IiifException.Missing("There is no file '" + path + "' here."));
    }

    private Asset read(String path) {
        try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/static/" + path)) {
            return in == null ? null : Asset.of(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + path + " of the web application", e);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        boolean zipped = asset.zipped() && Negotiation.acceptsGzip(request);
        String tag = '"' + asset.etag() + (zipped ? "-gzip\"" : "\"");
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", CachePolicy.control(policy.files()));
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (Conditional.notModified(request, tag, Optional.empty())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.mediaType());
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = zipped ? asset.stored() : asset.plain();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
