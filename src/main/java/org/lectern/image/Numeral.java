package org.lectern.image;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lectern.core.IiifException;

/**
 * Reads the numbers of the Image API's grammar: ASCII digits, and one dot where a fraction is allowed.
 * No sign, exponent, space or other script's digits. Every reading is linear in the text's length.
 */
final class Numeral {

    /** More digits than any picture needs; beyond it arithmetic would cost more than the answer. */
    static final int MAX_LENGTH = 32;

    /** Beyond it a number of pixels is a mistake, not merely a large picture. */
    private static final long MAX_INTEGER = 1_000_000_000_000_000_000L;

    private static final int MAX_QUOTED = 60;

    private Numeral() {}

    /**
     * A number of pixels.
     *
     * @param text the digits
     * @param whole the parameter they stand in, for the message
     */
    static long integer(String text, String whole) {
        int digits = digits(text, 0);
        if (digits == 0 || digits < text.length()) {
            throw new IiifException.Malformed(quoted(text) + " in " + quoted(whole)
                    + " is not a number of pixels; use the digits 0 to 9 alone.");
        }
        checkLength(text, whole);
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(BigDecimal.valueOf(MAX_INTEGER)) > 0) {
            throw new IiifException.Malformed(
                    quoted(text) + " in " + quoted(whole) + " is more pixels than any picture has.");
        }
        return value.longValueExact();
    }

    /**
     * A percentage or an angle, in its plain form.
     *
     * @param text digits with at most one dot, at least one digit at the end
     * @param whole the parameter they stand in, for the message
     */
    static BigDecimal decimal(String text, String whole) {
        int before = digits(text, 0);
        boolean fraction = before < text.length() && text.charAt(before) == '.';
        int after = fraction ? digits(text, before + 1) : 0;
        int length = fraction ? before + 1 + after : before;
        if (length < text.length() || (fraction ? after : before) == 0) {
            throw new IiifException.Malformed(quoted(text) + " in " + quoted(whole)
                    + " is not a number; use digits and at most one dot, as in 12.5.");
        }
        checkLength(text, whole);
        return plain(new BigDecimal(text));
    }

    /** The same number without trailing zeros behind the dot and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** So many hundredths of a side of a picture, rounded half up; may exceed what a long holds. */
    static BigDecimal percentOf(int side, BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(side)).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
    }

    /** The offending text between quotation marks, cut to a length fit for a message, controls replaced. */
    static String quoted(String text) {
        String shown = text.length() <= MAX_QUOTED ? text : text.substring(0, cut(text)) + "…";
        return "'" + shown.replaceAll("\\p{Cc}", "\uFFFD") + "'";
    }

    /** Not between the two halves of a character. */
    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_QUOTED - 1)) ? MAX_QUOTED - 1 : MAX_QUOTED;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static void checkLength(String text, String whole) {
        if (text.length() > MAX_LENGTH) {
            throw new IiifException.Malformed("A number in " + quoted(whole) + " has " + text.length()
                    + " characters; at most " + MAX_LENGTH + " are read.");
        }
    }
}
