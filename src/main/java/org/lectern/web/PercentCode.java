package org.lectern.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lectern.core.IiifException;

/**
 * Percent-encoding of one piece of a path. Not {@link java.net.URLDecoder}, to which a plus is a
 * space and half an escape is an accident.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.1">RFC 3986, 2.1</a>
 */
final class PercentCode {

    private static final String LITERAL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentCode() {}

    /**
     * Decodes once, as UTF-8.
     *
     * @throws IiifException.Malformed on half an escape, octets that are no UTF-8 (overlong forms and
     *     surrogates included), characters that must be encoded, and controls
     */
    static String decode(String piece) {
        if (piece.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IiifException.Malformed(
                    "The path holds a character outside printable ASCII; percent-encode it as UTF-8.");
        }
        String text = piece.indexOf('%') < 0 ? piece : utf8(octets(piece), piece);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IiifException.Malformed("'" + piece + "' encodes a control character; none may stand in a path.");
        }
        return text;
    }

    /** Encodes what may not stand literally in a piece of a IIIF URI; upper-case hex. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && LITERAL.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                HEX.toHexDigits(encoded.append('%'), octet);
            }
        }
        return encoded.toString();
    }

    private static byte[] octets(String piece) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(piece.length());
        for (int at = 0; at < piece.length(); at++) {
            if (piece.charAt(at) != '%') {
                octets.write(piece.charAt(at));
                continue;
            }
            octets.write(escape(piece, at));
            at += 2;
        }
        return octets.toByteArray();
    }

    private static int escape(String piece, int at) {
        if (at + 2 >= piece.length()
                || !HexFormat.isHexDigit(piece.charAt(at + 1))
                || !HexFormat.isHexDigit(piece.charAt(at + 2))) {
            throw new IiifException.Malformed("'" + piece
                    + "' is not percent-encoded properly: two hexadecimal digits belong behind each '%', and '%25' is a '%'.");
        }
        return HexFormat.fromHexDigits(piece, at + 1, at + 3);
    }

    private static String utf8(byte[] octets, String piece) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw new IiifException.Malformed("'" + piece + "' does not decode to UTF-8.");
        }
    }
}
