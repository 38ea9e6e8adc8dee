package org.lectern.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The Content-Disposition of a picture: shown, and saved under a name that tells what it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 */
final class Disposition {

    private static final String ATTR_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private Disposition() {}

    /** The field's value; whatever the name holds, it is one line of ASCII. */
    static String inline(String fileName) {
        return "inline; filename=\"" + plain(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
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
