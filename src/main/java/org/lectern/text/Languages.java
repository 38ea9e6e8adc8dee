package org.lectern.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that recognition gives to languages, as BCP 47 writes them: {@code deu}, {@code ger}, {@code German}
 * are {@code de}; {@code deu_frak} is {@code de-Latf}.
 */
final class Languages {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_HERE = Pattern.compile("[+,;/]");
    private static final int LONGEST = 40;

    /** Codes of three letters for books that differ from those for terms. */
    private static final List<String> FOR_BOOKS = List.of("alb sq", "arm hy", "baq eu", "bur my", "chi zh", "cze cs",
            "dut nl", "fre fr", "geo ka", "ger de", "gre el", "ice is", "mac mk", "mao mi", "may ms", "per fa",
            "rum ro", "slo sk", "tib bo", "wel cy");
    private static final List<String> SCRIPTS = List.of("frak Latf", "fraktur Latf", "latf Latf", "sim Hans",
            "tra Hant", "latn Latn", "cyrl Cyrl");

    private static final Map<String, String> NAMES = names();
    private static final Map<String, String> SCRIPT_NAMES = pairs(SCRIPTS);

    private Languages() {}

    /** The tag; empty when the name is none that is known, or stands for no language. */
    static Optional<String> tag(String name) {
        String first = ENDS_HERE.split(name.replace('_', '-'), 2)[0].strip().toLowerCase(Locale.ROOT);
        if (first.length() > LONGEST) {
            return Optional.empty();
        }
        int dash = first.indexOf('-');
        String language = dash < 0 ? first : first.substring(0, dash);
        String known = NAMES.getOrDefault(language, language);
        String rest = dash < 0 ? "" : first.substring(dash + 1);
        String tag = dash < 0 ? known : known + "-" + SCRIPT_NAMES.getOrDefault(rest, rest);
        return TAG.matcher(tag).matches() && !tag.equals("und") ? Optional.of(canonical(tag)) : Optional.empty();
    }

    private static String canonical(String tag) {
        String canonical = Locale.forLanguageTag(tag).toLanguageTag();
        return canonical.equals("und") ? tag : canonical;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(pairs(FOR_BOOKS));
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(code);
            names.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.getLanguage());
            try {
                names.put(locale.getISO3Language(), locale.getLanguage());
            } catch (MissingResourceException e) {
                names.remove(code); // a language without a code of three letters
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, String> pairs(List<String> pairs) {
        Map<String, String> map = new HashMap<>();
        pairs.stream().map(pair -> Arrays.asList(pair.split(" "))).forEach(pair -> map.put(pair.get(0), pair.get(1)));
        return Map.copyOf(map);
    }
}
