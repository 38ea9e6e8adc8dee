package org.lectern.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in header fields. One form is written; the three that were ever in use are read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>
 */
final class HttpDate {

    private static final DateTimeFormatter FIXED =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final String TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";

    /** As it is written today; as in RFC 850; as C's asctime has it. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d\\d) " + MONTH + " (?<year>\\d{4}) "
                    + TIME + " GMT"),
            Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-" + MONTH + "-(?<year>\\d\\d) "
                    + TIME + " GMT"),
            Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) " + MONTH + " (?<day>\\d\\d| \\d) "
                    + TIME + " (?<year>\\d{4})"));

    private static final int LEAP = 60; // the second that some minutes have more
    private static final int AHEAD = 50; // years that a year of two digits may lie in the future

    private HttpDate() {}

    /** The time, cut to whole seconds. */
    static String format(Instant time) {
        return FIXED.format(time);
    }

    /** The time that a field tells; empty for what is no date. The day of the week is not looked at. */
    static Optional<Instant> parse(String field) {
        return FORMS.stream().map(form -> form.matcher(field.strip())).filter(Matcher::matches).findFirst()
                .flatMap(HttpDate::instant);
    }

    private static Optional<Instant> instant(Matcher date) {
        try {
            return Optional.of(LocalDateTime.of(
                            year(date.group("year")),
                            1 + MONTHS.indexOf(date.group("month")),
                            number(date.group("day")),
                            number(date.group("hour")),
                            number(date.group("minute")),
                            second(number(date.group("second"))))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int second(int told) {
        return told == LEAP ? LEAP - 1 : told;
    }

    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        int now = Year.now(ZoneOffset.UTC).getValue();
        int same = now - now % 100 + year;
        return same > now + AHEAD ? same - 100 : same;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.strip());
    }
}
