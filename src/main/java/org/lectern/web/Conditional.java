package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a request makes its answer depend on. Only for GET and HEAD of what there is: where the answer is
 * a redirect or an error, conditions do not count.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13</a>
 */
final class Conditional {

    private static final Pattern TAG = Pattern.compile("(?<weak>W/)?+(?<opaque>\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")");

    private Conditional() {}

    /** What the conditions of a request come to. */
    enum Verdict {
        /** Send it. */
        SEND,
        /** The client holds it: 304. */
        NOT_MODIFIED,
        /** It is not what the client wants it to be: 412. */
        FAILED
    }

    /**
     * Weighs the conditions in the order of RFC 9110, 13.2.2.
     *
     * @param tag strong, quoted
     */
    static Verdict verdict(HttpServletRequest request, String tag, Optional<Instant> modified) {
        if (fails(request, tag, modified)) {
            return Verdict.FAILED;
        }
        return notModified(request, tag, modified) ? Verdict.NOT_MODIFIED : Verdict.SEND;
    }

    private static boolean fails(HttpServletRequest request, String tag, Optional<Instant> modified) {
        List<String> match = fields(request, "If-Match");
        if (!match.isEmpty()) {
            return match.stream().noneMatch(field -> names(field, tag, false));
        }
        return modified.isPresent() && date(request, "If-Unmodified-Since")
                .map(since -> modified.get().getEpochSecond() > since.getEpochSecond())
                .orElse(false);
    }

    private static boolean notModified(HttpServletRequest request, String tag, Optional<Instant> modified) {
        List<String> noneMatch = fields(request, "If-None-Match");
        if (!noneMatch.isEmpty()) {
            return noneMatch.stream().anyMatch(field -> names(field, tag, true));
        }
        return modified.isPresent() && date(request, "If-Modified-Since")
                .map(since -> modified.get().getEpochSecond() <= since.getEpochSecond())
                .orElse(false);
    }

    /**
     * Whether parts may be sent: always, unless {@code If-Range} names another state. A date counts only when it
     * is a strong validator, the very second told, and that second is over.
     */
    static boolean rangeApplies(HttpServletRequest request, String tag, Optional<Instant> modified, Clock clock) {
        String condition = request.getHeader("If-Range");
        if (condition == null) {
            return true;
        }
        if (condition.indexOf('"') >= 0) {
            return condition.strip().equals(tag);
        }
        long told = HttpDate.parse(condition).map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
        return modified.map(Instant::getEpochSecond)
                .filter(second -> second == told && second < clock.instant().getEpochSecond())
                .isPresent();
    }

    private static boolean names(String field, String tag, boolean weakly) {
        return field.strip().equals("*")
                || TAG.matcher(field).results().anyMatch(told -> told.group(2).equals(tag) && (weakly || isStrong(told)));
    }

    private static boolean isStrong(MatchResult told) {
        return told.group(1) == null;
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** A date that cannot be read is no condition. */
    private static Optional<Instant> date(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).flatMap(HttpDate::parse);
    }
}
