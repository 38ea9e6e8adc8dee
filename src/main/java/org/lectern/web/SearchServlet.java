package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lectern.service.Answer;
import org.lectern.service.Caller;
import org.lectern.service.SearchInsideService;

/** Serves searches inside, and the completion of words. */
public final class SearchServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "SearchServlet";

    private static final List<String> UNUSED = List.of("date", "user");

    private final SearchInsideService searches;

    /** Over the use case. */
    public SearchServlet(Exchange exchange, SearchInsideService searches) {
        super(exchange);
        this.searches = Objects.requireNonNull(searches);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        Route.Search search = (Route.Search) route;
        return search.completes()
                ? searches.complete(search.asked(), search.version(), parameters(request, UNUSED), caller)
                : searches.search(search.asked(), search.version(), parameters(request, UNUSED), caller);
    }

    private static SearchInsideService.Parameters parameters(HttpServletRequest request, List<String> unused) {
        Stream<String> given = unused.stream().filter(name -> Query.has(request, name));
        return new SearchInsideService.Parameters(
                Query.parameter(request, "q"),
                Query.parameter(request, "page"),
                Query.parameter(request, "motivation"),
                Query.parameter(request, "min"),
                given.toList());
    }
}
