package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.FileService;

/** Serves the files of items. */
public final class ResourceServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "ResourceServlet";

    private final FileService files;

    /** Over the use case. */
    public ResourceServlet(Exchange exchange, FileService files) {
        super(exchange);
        this.files = Objects.requireNonNull(files);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        return files.file(((Route.Resource) route).pieces(), caller);
    }
}
