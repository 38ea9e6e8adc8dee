package org.lectern.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes words comparable: what readers type and what stands on a page come to the same tokens.
 *
 * <p>Compatibility forms, case and accents do not count; Hebrew points, Arabic vowel signs and the tatweel neither.
 * An apostrophe parts two tokens, so that {@code homme} finds {@code l'homme} and {@code Alice} finds {@code Alice's}; what is
 * typed with one is a phrase. A token is a run of letters and digits; where words are written without
 * spaces between them (Chinese, Japanese, Thai …) each character is one, so that a phrase finds a part of a run.
 * Vowel signs of Indic scripts are letters and stay.
 */
final class Folding {

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"), Map.entry((int) 'æ', "ae"), Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"), Map.entry((int) 'ł', "l"), Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"), Map.entry((int) 'þ', "th"), Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"), Map.entry((int) 'ħ', "h"));

    private static final Set<UnicodeScript> UNSPACED = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final Set<UnicodeScript> POINTED = Set.of(UnicodeScript.INHERITED, UnicodeScript.COMMON,
            UnicodeScript.HEBREW, UnicodeScript.ARABIC, UnicodeScript.SYRIAC, UnicodeScript.GREEK, UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC);

    private static final int TATWEEL = 0x640;
    private static final int APOSTROPHE = 0x2bc; // the one that is a letter

    private final List<String> tokens = new ArrayList<>();
    private final StringBuilder token = new StringBuilder();

    private Folding() {}

    /** The tokens of a text, in order; none of a text without letters and digits. */
    static List<String> tokens(String text) {
        var folding = new Folding();
        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints().forEach(folding::take);
        folding.end();
        return folding.tokens;
    }

    private void take(int point) {
        if (isDropped(point)) {
            return;
        }
        if (isMark(point)) {
            mark(point);
        } else if (!Character.isLetterOrDigit(point) || point == APOSTROPHE) {
            end();
        } else if (UNSPACED.contains(UnicodeScript.of(point)) && Character.isLetter(point)) {
            end();
            token.appendCodePoint(point);
        } else {
            if (isUnspaced()) {
                end();
            }
            token.append(LETTERS.getOrDefault(point, Character.toString(point)));
        }
    }

    /** A vowel sign belongs to the letter before it. */
    private void mark(int point) {
        if (token.length() > 0) {
            token.appendCodePoint(point);
        }
    }

    private boolean isUnspaced() {
        return token.length() > 0 && UNSPACED.contains(UnicodeScript.of(token.codePointAt(0)));
    }

    private static boolean isDropped(int point) {
        return point == TATWEEL
                || Character.getType(point) == Character.FORMAT
                || isMark(point) && POINTED.contains(UnicodeScript.of(point));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private void end() {
        if (token.length() > 0) {
            tokens.add(token.toString());
            token.setLength(0);
        }
    }
}
