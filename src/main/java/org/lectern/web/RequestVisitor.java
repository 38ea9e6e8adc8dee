package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lectern.service.Visitor;

/** The visitor behind a request; for use while the request lasts. */
record RequestVisitor(String address, HttpServletRequest request) implements Visitor {

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
