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
        exchange.deliver(request, response, delivery -> send(delivery, find(path)));
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

    /** A range is one of the file's own bytes. */
    private void send(Delivery delivery, Asset asset) throws IOException {
        boolean zipped = asset.zipped() && !delivery.asksForRange() && Negotiation.acceptsGzip(delivery.request());
        Representation file = representation(asset, zipped);
        if (!delivery.settles(file)) {
            delivery.send(file, zipped ? asset.stored() : asset.plain());
        }
    }

    private Representation representation(Asset asset, boolean zipped) {
        return new Representation(
                '"' + asset.etag() + (zipped ? Gzip.TAG : "") + '"',
                Optional.empty(),
                CachePolicy.control(policy.files()),
                asset.zipped() ? Map.of("Vary", "Accept-Encoding") : Map.of(),
                zipped
                        ? Map.of("Content-Type", asset.mediaType(), "Content-Encoding", "gzip")
                        : Map.of("Content-Type", asset.mediaType()),
                true);
    }
}
