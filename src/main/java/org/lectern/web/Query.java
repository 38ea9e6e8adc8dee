package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.lectern.core.IiifException;

/**
 * Parameters behind the question mark. Read here because containers differ in what they make of a
 * malformed one: nothing, or an exception of their own.
 */
final class Query {

    private Query() {}

    /**
     * The first value of a parameter, decoded; a plus in it is a space.
     *
     * @throws IiifException.Malformed when this value is not properly encoded
     */
    static Optional<String> parameter(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(PercentCode.decode(pair.substring(name.length() + 1).replace("+", "%20")));
            }
        }
        return Optional.empty();
    }

    /** Whether there is a parameter of this name, with a value or without. */
    static boolean has(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        return query != null
                && Arrays.stream(query.split("&")).anyMatch(pair -> pair.equals(name) || pair.startsWith(name + "="));
    }
}
