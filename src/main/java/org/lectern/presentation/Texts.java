package org.lectern.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lectern.core.ApiVersion;

/** Texts of the model as they may be written. */
final class Texts {

    private Texts() {}

    /** Without any HTML. */
    static LanguageMap label(LanguageMap label) {
        return each(label, Markup::plain);
    }

    /** With the HTML that the version allows; may come out empty. */
    static LanguageMap rich(LanguageMap value, ApiVersion version) {
        return each(value, text -> Markup.rich(text, version));
    }

    /** A pair of which both halves say something; empty when filtering leaves less. */
    static Optional<Metadata> pair(Metadata pair, ApiVersion version) {
        return Optional.of(new Metadata(label(pair.label()), rich(pair.value(), version))).filter(Metadata::isComplete);
    }

    /** All pairs that say something. */
    static List<Metadata> pairs(List<Metadata> pairs, ApiVersion version) {
        return pairs.stream().flatMap(pair -> pair(pair, version).stream()).toList();
    }

    private static LanguageMap each(LanguageMap map, UnaryOperator<String> filter) {
        Map<String, List<String>> filtered = new LinkedHashMap<>();
        map.texts().forEach((language, texts) -> filtered.put(language, texts.stream().map(filter).toList()));
        return new LanguageMap(filtered);
    }
}
