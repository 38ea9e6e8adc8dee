package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.ManifestService;

/** Serves collections. */
public final class CollectionServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "CollectionServlet";

    private final ManifestService manifests;

    /** Over the use case. */
    public CollectionServlet(Exchange exchange, ManifestService manifests) {
        super(exchange);
        this.manifests = Objects.requireNonNull(manifests);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Collection collection = (Route.Collection) route;
        return manifests.collection(collection.asked(), collection.version(), Query.parameter(request, "page"), caller);
    }
}
