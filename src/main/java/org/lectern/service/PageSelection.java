package org.lectern.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lectern.core.IiifException;

/**
 * Pages chosen by their places in reading order.
 *
 * @param places counted from 0, in the order asked for, at least one
 * @param text how it was asked for, {@code 1-5,8}; empty for all
 */
record PageSelection(List<Integer> places, String text) {

    /** Of one answer. */
    static final int MOST = 2000;

    private static final Pattern PART = Pattern.compile("([1-9]\\d{0,6})(?:-([1-9]\\d{0,6}))?");

    PageSelection {
        places = List.copyOf(places);
    }

    /**
     * All pages.
     *
     * @throws IiifException.Malformed when they are more than one answer holds
     */
    static PageSelection all(int count) {
        return checked(IntStream.range(0, count).boxed().toList(), "", count);
    }

    /**
     * Reads a list of places and ranges of places, counted from 1.
     *
     * @param count of the pages there are
     * @throws IiifException.Malformed when it is no such list, leads beyond the end, or comes to more than one answer holds
     */
    static PageSelection parse(String text, int count) {
        List<Integer> places = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IiifException.Malformed("The pages '" + text
                        + "' are no list of places; one like 1-5,8 is meant, counted from 1 in reading order.");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first || last > count) {
                throw new IiifException.Malformed("There are no pages '" + part + "'; there are " + count
                        + ", counted from 1, and a range begins with the lower one.");
            }
            IntStream.range(first - 1, Math.min(last, first + MOST)).forEach(places::add);
            if (places.size() > MOST) {
                break; // a long list of long ranges
            }
        }
        return checked(places, text, count);
    }

    private static PageSelection checked(List<Integer> places, String text, int count) {
        if (places.size() > MOST) {
            throw new IiifException.Malformed("At most " + MOST + " pages are put into one PDF, and there are " + count
                    + "; ask for a part of them, like ?pages=1-" + MOST + ".");
        }
        return new PageSelection(places, text);
    }

    /** Distinguishes selections, however they were written. */
    String key() {
        return places.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
