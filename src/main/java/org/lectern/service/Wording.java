package org.lectern.service;

import java.util.Objects;
import org.lectern.presentation.LanguageMap;

/**
 * The few words that Lectern itself puts into documents.
 *
 * @param language of the other words, as a BCP 47 tag
 * @param library title of the library
 * @param attribution label of the statement that must be shown
 * @param rights label of rights that are no licence by URI
 * @param unreadable note behind the label of a page that cannot be shown
 */
public record Wording(String language, String library, String attribution, String rights, String unreadable) {

    /** Nothing is null. */
    public Wording {
        Objects.requireNonNull(language);
        Objects.requireNonNull(library);
        Objects.requireNonNull(attribution);
        Objects.requireNonNull(rights);
        Objects.requireNonNull(unreadable);
    }

    /** In English. */
    public static Wording english(String library) {
        return new Wording("en", library, "Attribution", "Rights", "this page cannot be read");
    }

    LanguageMap in(String words) {
        return LanguageMap.in(language, words);
    }
}
