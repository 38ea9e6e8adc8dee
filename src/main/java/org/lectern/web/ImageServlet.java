package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.ImageService;

/** Serves pictures. */
public final class ImageServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "ImageServlet";

    private final ImageService images;

    /** Over the use case. */
    public ImageServlet(Exchange exchange, ImageService images) {
        super(exchange);
        this.images = Objects.requireNonNull(images);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Image image = (Route.Image) route;
        return images.image(image.asked(), image.pieces(), image.version(), caller);
    }
}
