package org.lectern.service;

import java.math.BigInteger;
import java.util.Optional;
import org.lectern.core.IiifException;

/**
 * The stretch of a list that {@code page} and {@code limit} ask for. Numbers of any length are understood.
 *
 * @param page from 1
 * @param limit 1 to {@link #MOST}
 */
record Window(BigInteger page, int limit) {

    static final int USUAL = 50;
    static final int MOST = 100;

    /** Behind every list, and far enough from the end of the integers to add a limit. */
    private static final BigInteger BEHIND = BigInteger.valueOf(Integer.MAX_VALUE - MOST);

    static Window parse(Optional<String> page, Optional<String> limit) {
        BigInteger wanted = number("limit", limit, USUAL);
        return new Window(number("page", page, 1), wanted.min(BigInteger.valueOf(MOST)).intValue());
    }

    private static BigInteger number(String name, Optional<String> text, int usual) {
        if (text.isEmpty()) {
            return BigInteger.valueOf(usual);
        }
        if (!text.get().matches("[0-9]{1,1000}") || new BigInteger(text.get()).signum() == 0) {
            throw new IiifException.Malformed("The parameter '" + name + "' is '" + text.get()
                    + "'; a whole number from 1 is meant" + (name.equals("limit") ? ", at most " + MOST + "." : "."));
        }
        return new BigInteger(text.get());
    }

    /** Index of the first entry, from 0. */
    BigInteger start() {
        return page.subtract(BigInteger.ONE).multiply(BigInteger.valueOf(limit));
    }

    /** The same as an int; behind every list when it is larger. */
    int from() {
        return start().min(BEHIND).intValue();
    }

    /** The number of the last page of a list; 1 for an empty one. */
    int last(int total) {
        return Math.max(1, (total - 1) / limit + 1);
    }
}
