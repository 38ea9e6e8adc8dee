package org.lectern.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.lectern.core.ApiVersion;

/**
 * The last filter: reads the {@link Route} and hands the request to the servlet of that name. Servlet
 * patterns cannot say {@code *}{@code /info.json}, and containers throw from {@code getServletPath} when
 * a path holds {@code %2F}; hence neither is used, and nothing passes on down the chain.
 */
public final class RouteFilter extends HttpFilter {

    private final ApiVersion unversioned;
    private final Problems problems;

    /** With the Image API version that paths without a number speak. */
    public RouteFilter(ApiVersion unversioned, Problems problems) {
        this.unversioned = Objects.requireNonNull(unversioned);
        this.problems = Objects.requireNonNull(problems);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            refuseMethod(request, response);
            return;
        }
        Route route = Route.of(request.getRequestURI(), PublicUrl.contextPath(request), unversioned);
        request.setAttribute(Route.ATTRIBUTE, route);
        request.getServletContext().getNamedDispatcher(route.servlet()).forward(request, response);
    }

    private void refuseMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", Cors.METHODS);
        String detail = "The method " + request.getMethod() + " is not served here; GET, HEAD and OPTIONS are.";
        problems.send(request, response, new Problem(405, detail, request.getRequestURI()));
    }
}
