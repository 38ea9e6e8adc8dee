package org.lectern.web;

import java.util.regex.Pattern;

/**
 * What tells an image request from an item whose name has slashes: a region in its place, or a
 * rotation in its. Only the shape; the words are read, and refused, further down. Quantifiers are
 * possessive, so no text takes more than linear time.
 */
final class ImageShape {

    private static final String NUMBER = "\\d++(?:\\.\\d++)?+";
    private static final Pattern REGION = Pattern.compile("full|square|(?:\\d++,){3}\\d++|pct:(?:" + NUMBER + ",){3}" + NUMBER);
    private static final Pattern ROTATION =
            Pattern.compile("!?(?:(?:[0-2]?\\d{1,2}|3[0-5]\\d)(?:\\.\\d++)?+|360(?:\\.0++)?+)");

    private ImageShape() {}

    static boolean region(String piece) {
        return REGION.matcher(piece).matches();
    }

    /** Whether it is a number from 0 to 360, perhaps behind a {@code !}; a year is none. */
    static boolean rotation(String piece) {
        return ROTATION.matcher(piece).matches();
    }
}
