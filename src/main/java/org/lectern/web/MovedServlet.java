package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lectern.service.Answer;
import org.lectern.service.Caller;

/** Leads to the proper spelling of a path. */
public final class MovedServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "MovedServlet";

    /** Needs nothing but the exchange. */
    public MovedServlet(Exchange exchange) {
        super(exchange);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Moved moved = (Route.Moved) route;
        return new Answer.Redirect(moved.status(), URI.create(caller.base() + moved.path()));
    }
}
