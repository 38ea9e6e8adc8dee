package org.lectern.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Says what the container would otherwise say in its own words: where the error pages of
 * {@code web.xml} point. The container's message is left out; it may name its insides.
 */
public final class ErrorServlet extends HttpServlet {

    /** The pattern it is mapped to; asked for from outside, the path is 404 as any other. */
    public static final String PATTERN = "/_/error";

    private final Problems problems;

    /** With what tells the client. */
    public ErrorServlet(Problems problems) {
        this.problems = Objects.requireNonNull(problems);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", Cors.METHODS);
        }
        problems.send(request, response, new Problem(status, detail(status), path));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read. Is its path percent-encoded properly?";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This method is not served here; GET, HEAD and OPTIONS are.";
            default -> status < 500 ? "The request was refused." : "The server failed at this request.";
        };
    }
}
