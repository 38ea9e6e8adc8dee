package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.ImageService;

/** Serves image information documents. */
public final class InfoServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "InfoServlet";

    private final ImageService images;

    /** Over the use case. */
    public InfoServlet(Exchange exchange, ImageService images) {
        super(exchange);
        this.images = Objects.requireNonNull(images);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Info info = (Route.Info) route;
        return images.info(info.asked(), info.version(), caller);
    }
}
