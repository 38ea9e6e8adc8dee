package org.lectern.presentation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts may stand in {@code rights}: Creative Commons and RightsStatements.org, in the http form that
 * names the licence rather than the page about it.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/#rights">Presentation API 3.0, 3.1</a>
 */
public final class Rights {

    private static final String HOST = "(?i:https?://(?:www\\.)?";
    private static final Pattern COMMONS = Pattern.compile(
            HOST + "creativecommons\\.org)/(licenses|publicdomain)/([a-z0-9.+/-]+?)"
                    + "(?:deed|legalcode)?(?:\\.[A-Za-z_-]+)?");
    private static final Pattern STATEMENT =
            Pattern.compile(HOST + "rightsstatements\\.org)/(?:vocab|page)/([A-Za-z-]+/[0-9.]+/?)(?:\\?.*)?");
    private static final int LONGEST = 300;

    private Rights() {}

    /**
     * The licence as a URI.
     *
     * @param text as a source writes it
     * @return empty when it is none that {@code rights} may hold
     */
    public static Optional<String> uri(String text) {
        String uri = text.strip();
        if (uri.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher commons = COMMONS.matcher(uri);
        if (commons.matches()) {
            return Optional.of("http://creativecommons.org/" + commons.group(1) + "/" + closed(commons.group(2)));
        }
        Matcher statement = STATEMENT.matcher(uri);
        return statement.matches()
                ? Optional.of("http://rightsstatements.org/vocab/" + closed(statement.group(1)))
                : Optional.empty();
    }

    /** Both registries end their URIs in a slash. */
    private static String closed(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
