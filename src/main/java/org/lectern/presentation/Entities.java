package org.lectern.presentation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The character references of HTML that catalogue texts hold; XML knows but five of them. */
final class Entities {

    private static final int LONGEST = 10;
    private static final int LATIN_1 = 0xA0;

    /** U+00A0 to U+00FF in order. */
    private static final String LATIN_1_NAMES =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
            + "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
            + "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc "
            + "Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute "
            + "THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
            + "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
            + "uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, Integer> NAMED = named();

    private Entities() {}

    private static Map<String, Integer> named() {
        Map<String, Integer> names = new HashMap<>(Map.of(
                "amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'',
                "ndash", 0x2013, "mdash", 0x2014, "hellip", 0x2026, "bull", 0x2022, "euro", 0x20AC));
        names.putAll(Map.of(
                "lsquo", 0x2018, "rsquo", 0x2019, "ldquo", 0x201C, "rdquo", 0x201D, "OElig", 0x152, "oelig", 0x153));
        String[] latin = LATIN_1_NAMES.split(" ");
        for (int i = 0; i < latin.length; i++) {
            names.put(latin[i], LATIN_1 + i);
        }
        return Map.copyOf(names);
    }

    /** The text with its references replaced; an unknown one stays as it is, what XML forbids is dropped. */
    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '&' ? semicolon(text, at) : -1;
            OptionalInt decoded = end < 0 ? OptionalInt.empty() : one(text.substring(at + 1, end));
            int point = decoded.orElse(text.codePointAt(at));
            if (isLegal(point)) {
                out.appendCodePoint(point);
            }
            at = decoded.isPresent() ? end + 1 : at + Character.charCount(text.codePointAt(at));
        }
        return out.toString();
    }

    private static int semicolon(String text, int at) {
        int found = text.substring(at, Math.min(text.length(), at + LONGEST + 1)).indexOf(';');
        return found < 0 ? -1 : at + found;
    }

    private static OptionalInt one(String name) {
        if (NAMED.containsKey(name)) {
            return OptionalInt.of(NAMED.get(name));
        }
        if (name.matches("#[0-9]{1,7}")) {
            return OptionalInt.of(Integer.parseInt(name.substring(1)));
        }
        return name.matches("#[xX][0-9A-Fa-f]{1,6}")
                ? OptionalInt.of(Integer.parseInt(name.substring(2), 16))
                : OptionalInt.empty();
    }

    /** The characters of XML 1.0. */
    private static boolean isLegal(int point) {
        return point == '\t' || point == '\n' || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }
}
