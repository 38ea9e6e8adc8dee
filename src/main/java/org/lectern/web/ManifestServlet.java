package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.ManifestService;

/** Serves manifests. */
public final class ManifestServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "ManifestServlet";

    private final ManifestService manifests;

    /** Over the use case. */
    public ManifestServlet(Exchange exchange, ManifestService manifests) {
        super(exchange);
        this.manifests = Objects.requireNonNull(manifests);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Manifest manifest = (Route.Manifest) route;
        return manifests.manifest(manifest.asked(), manifest.version(), caller);
    }
}
