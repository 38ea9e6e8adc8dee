package org.lectern.presentation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A date for calendars, in the one form that both versions know. */
final class NavDate {

    private static final int LAST_YEAR = 9999;

    private NavDate() {}

    /** To the second, in UTC; empty for years that have no four digits, which version 2 cannot write. */
    static Optional<String> of(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LAST_YEAR
                ? Optional.of(instant.truncatedTo(ChronoUnit.SECONDS).toString())
                : Optional.empty();
    }
}
