package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The Content-Disposition of a picture: shown or saved, under a name that tells what it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 */
final class Disposition {

    private static final String ATTR_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final String DOWNLOAD = "download";

    private Disposition() {}

    /** To be shown; to be saved where the request has a parameter {@code download}, whatever its value. */
    static String of(HttpServletRequest request, String fileName) {
        return (Query.has(request, DOWNLOAD) ? "attachment" : "inline") + name(fileName);
    }

    /** Whatever the name holds, this is one line of ASCII, and its end cannot be made to look like another. */
    private static String name(String fileName) {
        String seen = seen(fileName);
        return "; filename=\"" + plain(seen) + "\"; filename*=UTF-8''" + encoded(seen);
    }

    /** Without controls, those that turn the direction of writing among them. */
    private static String seen(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        name.codePoints().forEach(c -> seen.appendCodePoint(isSeen(c) ? c : '_'));
        return seen.toString();
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER; // these spell words
            default -> true;
        };
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints().forEach(c -> plain.append(literal(c) ? (char) c : '_'));
        return plain.toString();
    }

    /** Neither quotes, nor what a browser takes for a path or an escape. */
    private static boolean literal(int c) {
        return c >= ' ' && c <= '~' && "\"\\/%:".indexOf(c) < 0;
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && ATTR_CHARS.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                HexFormat.of().withUpperCase().toHexDigits(encoded.append('%'), octet);
            }
        }
        return encoded.toString();
    }
}
