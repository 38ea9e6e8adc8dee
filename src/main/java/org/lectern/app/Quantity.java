package org.lectern.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as settings write them. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([A-Za-z%]*)");
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);
    private static final Map<String, Long> MILLIS = Map.of(
            "ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Quantity() {}

    /**
     * A number of bytes: {@code 512MB} (powers of 1024), or {@code 10%} of the whole.
     *
     * @throws IllegalArgumentException saying what is meant
     */
    static long bytes(String text, long whole) {
        Matcher form = form(text, "a size like 512MB or 10% is meant");
        String unit = form.group(2).toUpperCase(Locale.ROOT);
        long number = Long.parseLong(form.group(1));
        if (unit.equals("%")) {
            require(number <= 100, "at most 100% is meant");
            return whole / 100 * number;
        }
        require(BYTES.containsKey(unit), "the units of sizes are B, KB, MB, GB, TB and %");
        return product(number, BYTES.get(unit));
    }

    /**
     * A time: {@code 10s}; zero needs no unit.
     *
     * @throws IllegalArgumentException saying what is meant
     */
    static Duration duration(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher form = form(text, "a time like 10s is meant");
        require(MILLIS.containsKey(form.group(2)), "the units of times are ms, s, m, h and d");
        return Duration.ofMillis(product(Long.parseLong(form.group(1)), MILLIS.get(form.group(2))));
    }

    private static Matcher form(String text, String meant) {
        Matcher form = FORM.matcher(text);
        require(form.matches(), meant);
        return form;
    }

    private static long product(long number, long unit) {
        try {
            return Math.multiplyExact(number, unit);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("that is more than any machine has", e);
        }
    }

    private static void require(boolean condition, String meant) {
        if (!condition) {
            throw new IllegalArgumentException(meant);
        }
    }
}
