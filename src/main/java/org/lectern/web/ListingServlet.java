package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.ListingService;

/** Serves the list of all items: JSON for programs, the gallery for people. */
public final class ListingServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "ListingServlet";

    private final ListingService listings;
    private final String title;

    /**
     * Over the use case.
     *
     * @param title what the library is called, on its page
     */
    public ListingServlet(Exchange exchange, ListingService listings, String title) {
        super(exchange);
        this.title = Objects.requireNonNull(title);
        this.listings = Objects.requireNonNull(listings);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        if (Negotiation.prefersHtml(request)) {
            return new Answer.Page("gallery.html", Map.of("base", caller.base(), "title", title, "collection", ""));
        }
        String path = ((Route.Listing) route).path();
        return listings.list(path, Query.parameter(request, "page"), Query.parameter(request, "limit"), caller);
    }
}
