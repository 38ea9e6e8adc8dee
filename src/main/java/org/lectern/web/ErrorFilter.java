package org.lectern.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * The first filter: what fails behind it ends as a {@link Problem}. An {@code IOException} passes, for
 * the only stream that may fail here leads to the client, and a client that has gone is no error.
 */
public final class ErrorFilter extends HttpFilter {

    private final Problems problems;

    /** With what tells the client. */
    public ErrorFilter(Problems problems) {
        this.problems = Objects.requireNonNull(problems);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            problems.send(request, response, e);
        } catch (ServletException e) {
            problems.sendBug(request, response, e);
        }
    }
}
