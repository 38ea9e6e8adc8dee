package org.lectern.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What tells an image request from an item whose name has slashes: a region in its place; or, where that
 * is malformed, a rotation and a quality in theirs. A rotation alone says too little, for {@code 12} is as
 * often the name of a folder. Only the shape; the words are read, and refused, further down: they cannot be asked here,
 * because what they refuse, as {@code 0,0,0,0} or {@code native}, still shows that a picture was meant, and is to be 400
 * with a reason instead of an item that is not there. Quantifiers are possessive, so no text takes more than linear
 * time.
 */
final class ImageShape {

    /** How many pieces follow the identifier: region, size, rotation, quality.format. */
    static final int PIECES = 4;

    private static final String NUMBER = "\\d++(?:\\.\\d++)?+";
    private static final Pattern REGION =
            Pattern.compile("full|square|(?:\\d++,){3}\\d++|pct:(?:" + NUMBER + ",){3}" + NUMBER);
    private static final Pattern ROTATION =
            Pattern.compile("!?(?:(?:[0-2]?\\d{1,2}|3[0-5]\\d)(?:\\.\\d++)?+|360(?:\\.0++)?+)");
    private static final Pattern QUALITY = Pattern.compile("(?:default|color|gray|bitonal|native)(?:\\..*+)?");

    private ImageShape() {}

    /** Whether these four pieces are meant as region, size, rotation and quality. */
    static boolean matches(List<String> pieces) {
        return region(pieces.get(0)) || rotation(pieces.get(2)) && QUALITY.matcher(pieces.get(3)).matches();
    }

    static boolean region(String piece) {
        return REGION.matcher(piece).matches();
    }

    /** Whether it is a number from 0 to 360, perhaps behind a {@code !}; a year is none. */
    static boolean rotation(String piece) {
        return ROTATION.matcher(piece).matches();
    }
}
