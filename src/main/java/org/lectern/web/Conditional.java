package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditional requests: If-None-Match, and If-Modified-Since where that is absent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13</a>
 */
final class Conditional {

    private static final Pattern TAG = Pattern.compile("\"[^\"]*+\"");

    private Conditional() {}

    /** Whether the client holds this representation already; tags are compared weakly. */
    static boolean notModified(HttpServletRequest request, String quotedTag, Optional<Instant> modified) {
        List<String> fields = Collections.list(request.getHeaders("If-None-Match"));
        if (!fields.isEmpty()) {
            return fields.stream().anyMatch(field -> names(field, quotedTag));
        }
        return modified.isPresent() && since(request)
                .map(since -> modified.get().getEpochSecond() <= since.getEpochSecond())
                .orElse(false);
    }

    private static boolean names(String field, String quotedTag) {
        if (field.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(field);
        return tags.results().anyMatch(tag -> tag.group().equals(quotedTag));
    }

    /** A date that cannot be read is no condition. */
    private static Optional<Instant> since(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("If-Modified-Since")).flatMap(Conditional::date);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
