package org.lectern.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the BCP 47 tags of languages that people write as codes of ISO 639 ({@code en}, {@code eng}, {@code ger} or
 * {@code deu}), as tags ({@code pt-BR}) or by their English names.
 */
final class Languages {

    /** Codes that libraries use, where those of the terminology differ; and some that are no more. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"), Map.entry("arm", "hy"), Map.entry("baq", "eu"), Map.entry("bur", "my"),
            Map.entry("chi", "zh"), Map.entry("cze", "cs"), Map.entry("dut", "nl"), Map.entry("fre", "fr"),
            Map.entry("geo", "ka"), Map.entry("ger", "de"), Map.entry("gre", "el"), Map.entry("ice", "is"),
            Map.entry("mac", "mk"), Map.entry("mao", "mi"), Map.entry("may", "ms"), Map.entry("per", "fa"),
            Map.entry("rum", "ro"), Map.entry("slo", "sk"), Map.entry("tib", "bo"), Map.entry("wel", "cy"),
            Map.entry("scr", "hr"), Map.entry("scc", "sr"));

    /** Several, none, not known: these name no language. */
    private static final Set<String> NONE = Set.of("mul", "zxx", "und", "mis");

    private static final Map<String, String> KNOWN = known();

    private Languages() {}

    /** The tags of all that are known, each once; one text may name several, as in {@code English; French}. */
    static List<String> of(List<String> texts) {
        Set<String> tags = new LinkedHashSet<>();
        texts.stream().flatMap(text -> Stream.of(text.split("[;,/|]| and ")))
                .forEach(text -> tag(text.strip()).ifPresent(tags::add));
        return List.copyOf(tags);
    }

    private static Optional<String> tag(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (KNOWN.containsKey(plain)) {
            return Optional.of(KNOWN.get(plain));
        }
        String language = plain.split("[-_]", 2)[0];
        if (language.length() > 3 || !language.chars().allMatch(c -> c >= 'a' && c <= 'z') || !isLanguage(language)) {
            return Optional.empty();
        }
        String tag = Locale.forLanguageTag(plain.replace('_', '-')).toLanguageTag();
        return Optional.of(tag).filter(made -> made.equalsIgnoreCase(plain.replace('_', '-')));
    }

    /** Whether the Unicode tables know it: they give back the code of one they do not. */
    private static boolean isLanguage(String code) {
        return code.length() > 1 && !NONE.contains(code)
                && !Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).equals(code);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(code);
            known.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.toLanguageTag());
            known.putIfAbsent(locale.getISO3Language(), locale.toLanguageTag());
            known.putIfAbsent(code, locale.toLanguageTag());
        }
        known.putAll(BIBLIOGRAPHIC);
        return Map.copyOf(known);
    }
}
