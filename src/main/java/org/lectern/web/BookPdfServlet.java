package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.service.Answer;
import org.lectern.service.BookPdfService;
import org.lectern.service.Caller;

/** Serves items as PDF. */
public final class BookPdfServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "BookPdfServlet";

    private static final String PAGES = "pages";

    private final BookPdfService books;

    /** Over the use case. */
    public BookPdfServlet(Exchange exchange, BookPdfService books) {
        super(exchange);
        this.books = Objects.requireNonNull(books);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        return books.pdf(((Route.BookPdf) route).asked(), Query.parameter(request, PAGES), caller);
    }
}
