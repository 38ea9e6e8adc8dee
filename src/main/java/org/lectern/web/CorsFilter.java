package org.lectern.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Sets the cross-origin headers before anything is answered, and answers OPTIONS itself. */
public final class CorsFilter extends HttpFilter {

    private final Cors cors;

    /** With what to set. */
    public CorsFilter(Cors cors) {
        this.cors = Objects.requireNonNull(cors);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        cors.apply(response);
        if (request.getMethod().equals("OPTIONS")) {
            cors.preflight(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
