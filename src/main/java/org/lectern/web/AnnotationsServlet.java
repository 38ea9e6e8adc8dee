package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.AnnotationService;
import org.lectern.service.Answer;
import org.lectern.service.Caller;

/** Serves the text of pages. */
public final class AnnotationsServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "AnnotationsServlet";

    private final AnnotationService annotations;

    /** Over the use case. */
    public AnnotationsServlet(Exchange exchange, AnnotationService annotations) {
        super(exchange);
        this.annotations = Objects.requireNonNull(annotations);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        if (route instanceof Route.CanvasWords canvas) {
            return annotations.canvas(canvas.asked(), canvas.file(), canvas.canvas(), canvas.version(), caller);
        }
        Route.PageTexts page = (Route.PageTexts) route;
        return annotations.page(page.asked(), page.words(), page.version(), caller);
    }
}
