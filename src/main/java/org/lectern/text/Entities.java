package org.lectern.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What stands between {@code &} and {@code ;}: the names of HTML 4, which hold those of XML, and numbers. */
final class Entities {

    /** The longest reference, with its marks; a longer one is text. */
    static final int LONGEST = 16;

    private static final String LATIN = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg"
            + " macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
            + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
            + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
            + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
            + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
    private static final String GREEK = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi"
            + " Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta"
            + " eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";
    private static final String OTHERS = "quot 22 amp 26 apos 27 lt 3c gt 3e OElig 152 oelig 153 Scaron 160 scaron 161"
            + " Yuml 178 fnof 192 circ 2c6 tilde 2dc thetasym 3d1 upsih 3d2 piv 3d6 ensp 2002 emsp 2003 thinsp 2009"
            + " zwnj 200c zwj 200d lrm 200e rlm 200f ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201a ldquo 201c"
            + " rdquo 201d bdquo 201e dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033"
            + " lsaquo 2039 rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 weierp 2118 real 211c trade 2122"
            + " alefsym 2135 larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21b5 lArr 21d0 uArr 21d1 rArr 21d2"
            + " dArr 21d3 hArr 21d4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220b"
            + " prod 220f sum 2211 minus 2212 lowast 2217 radic 221a prop 221d infin 221e ang 2220 and 2227 or 2228"
            + " cap 2229 cup 222a int 222b there4 2234 sim 223c cong 2245 asymp 2248 ne 2260 equiv 2261 le 2264 ge 2265"
            + " sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22a5 sdot 22c5 lceil 2308"
            + " rceil 2309 lfloor 230a rfloor 230b lang 2329 rang 232a loz 25ca spades 2660 clubs 2663 hearts 2665"
            + " diams 2666";
    /** What Windows has at 128 and behind, where numbers of careless files mean it. */
    private static final String WINDOWS = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
            + "\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
            + "\u009d\u017e\u0178";
    private static final Map<String, Integer> NAMED = named();

    private Entities() {}

    /** Appends a stretch of text with its references resolved; one that is none is text. */
    static void decode(char[] chars, int from, int to, StringBuilder into) {
        int plain = from;
        for (int i = from; i < to; i++) {
            if (chars[i] == '&') {
                int end = end(chars, i, to);
                if (end > 0) {
                    into.append(chars, plain, i - plain);
                    append(new String(chars, i + 1, end - i - 1), into);
                    plain = end + 1;
                    i = end;
                }
            }
        }
        into.append(chars, plain, to - plain);
    }

    private static int end(char[] chars, int ampersand, int to) {
        for (int i = ampersand + 1; i < to && i < ampersand + LONGEST; i++) {
            if (chars[i] == ';') {
                return i;
            }
        }
        return -1;
    }

    private static void append(String reference, StringBuilder into) {
        int point = reference.startsWith("#") ? number(reference) : NAMED.getOrDefault(reference, -1);
        if (point < 0) {
            into.append('&').append(reference).append(';');
        } else {
            into.appendCodePoint(point >= 0x80 && point < 0xa0 ? WINDOWS.charAt(point - 0x80) : point);
        }
    }

    private static int number(String reference) {
        String digits = reference.toLowerCase(Locale.ROOT);
        boolean isHex = digits.startsWith("#x");
        try {
            int point = Integer.parseInt(digits, isHex ? 2 : 1, digits.length(), isHex ? 16 : 10);
            return Character.isValidCodePoint(point) ? point : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>();
        inARow(named, LATIN, 160);
        inARow(named, GREEK, 0x391);
        String[] others = OTHERS.split(" ");
        for (int i = 0; i < others.length; i += 2) {
            named.put(others[i], Integer.parseInt(others[i + 1], 16));
        }
        return Map.copyOf(named);
    }

    private static void inARow(Map<String, Integer> named, String names, int first) {
        String[] row = names.split(" ");
        for (int i = 0; i < row.length; i++) {
            named.put(row[i], first + i);
        }
    }
}
