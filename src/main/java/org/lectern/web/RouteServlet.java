package org.lectern.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;

/** A servlet behind {@link RouteFilter}, for GET and HEAD alike. */
abstract sealed class RouteServlet extends HttpServlet
        permits AnnotationsServlet, BookPdfServlet, CollectionServlet, ImageServlet, InfoServlet, ItemServlet, ListingServlet,
                ManifestServlet, MovedServlet, ResourceServlet, SearchServlet {

    private final Exchange exchange;

    RouteServlet(Exchange exchange) {
        this.exchange = Objects.requireNonNull(exchange);
    }

    /** The answer to what was asked. */
    abstract Answer answer(Route route, HttpServletRequest request, Caller caller);

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) {
        Route route = (Route) request.getAttribute(Route.ATTRIBUTE);
        exchange.answer(request, response, caller -> answer(route, request, caller));
    }
}
