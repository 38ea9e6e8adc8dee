package org.lectern.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Texts by language: the value of every label, summary and metadata entry. Immutable; keeps its order.
 *
 * @param texts BCP 47 tags as {@link Language#tag} gives them, or {@link #NONE}, each with at least one text; blank
 *     texts are dropped, what is no tag becomes {@link #NONE}
 * @see <a href="https://iiif.io/api/presentation/3.0/#44-language-of-property-values">Presentation API 3.0, 4.4</a>
 */
public record LanguageMap(Map<String, List<String>> texts) {

    /** The key of texts whose language is not known. */
    public static final String NONE = "none";

    /** Says nothing. */
    public static final LanguageMap EMPTY = new LanguageMap(Map.of());

    /** Keeps its own copy, without blank texts and without languages that then have none. */
    public LanguageMap {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        texts.forEach((language, values) -> {
            List<String> spoken = values.stream().filter(value -> !value.isBlank()).toList();
            if (!spoken.isEmpty()) {
                kept.merge(Language.tag(language).orElse(NONE), spoken, LanguageMap::joined);
            }
        });
        texts = java.util.Collections.unmodifiableMap(kept);
    }

    /** Texts of unknown language. */
    public static LanguageMap of(List<String> values) {
        return new LanguageMap(Map.of(NONE, values));
    }

    /** One text of unknown language. */
    public static LanguageMap of(String value) {
        return of(List.of(value));
    }

    /** One text of a language. */
    public static LanguageMap in(String language, String value) {
        return new LanguageMap(Map.of(language, List.of(value)));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
