package org.lectern.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads points in time as pictures and documents write them: Exif ({@code 2008:05:30 15:56:01}), IPTC
 * ({@code 20080530}), XMP and JSON (ISO 8601), PDF ({@code D:20080530155601+02'00'}). Without a zone, UTC is meant.
 */
final class Moments {

    private static final Pattern FORM = Pattern.compile("(?:D:)?(\\d{4})(?:[:-]?(\\d{2})(?:[:-]?(\\d{2})"
            + "(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:\\.\\d{1,9})?)?\\s*(?:(Z)|([+-]\\d{2})[:']?(\\d{2})?'?)?)?)?)?");

    private Moments() {}

    /** The moment at which it begins; empty when it is none, or lies before the year 1. */
    static Optional<Instant> instant(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || parts.group(1).equals("0000")) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(number(parts, 1, 1), number(parts, 2, 1), number(parts, 3, 1),
                    number(parts, 4, 0), number(parts, 5, 0), number(parts, 6, 0));
            int hours = number(parts, 8, 0);
            int minutes = hours < 0 ? -number(parts, 9, 0) : number(parts, 9, 0);
            return Optional.of(time.toInstant(ZoneOffset.ofHoursMinutes(hours, minutes)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** As people read it: {@code 2008-05-30 15:56:01}, no finer than it is written; other texts as they are. */
    static String words(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (instant(text).isEmpty() || !parts.matches()) {
            return text.strip();
        }
        StringBuilder words = new StringBuilder(parts.group(1));
        String[] before = {"", "", "-", "-", " ", ":", ":"};
        for (int i = 2; i <= 6 && parts.group(i) != null; i++) {
            words.append(before[i]).append(parts.group(i));
        }
        return words.toString();
    }

    private static int number(Matcher parts, int group, int fallback) {
        return parts.group(group) == null ? fallback : Integer.parseInt(parts.group(group));
    }
}
