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
 * @param languages label of the languages that an item is in
 * @param unreadable note behind the label of a page that cannot be shown
 * @param pdf label of an item as one PDF
 * @param description label of a description for programs that has none
 * @param lines label of the text of a page, line by line
 * @param words label of the text of a page, word by word
 * @param tracks label of the range of all recordings
 */
public record Wording(
        String language,
        String library,
        String attribution,
        String rights,
        String languages,
        String unreadable,
        String pdf,
        String description,
        String lines,
        String words,
        String tracks) {

    /** Nothing is null. */
    public Wording {
        Objects.requireNonNull(language);
        Objects.requireNonNull(library);
        Objects.requireNonNull(attribution);
        Objects.requireNonNull(rights);
        Objects.requireNonNull(languages);
        Objects.requireNonNull(unreadable);
        Objects.requireNonNull(pdf);
        Objects.requireNonNull(description);
        Objects.requireNonNull(lines);
        Objects.requireNonNull(words);
        Objects.requireNonNull(tracks);
    }

    /** In English. */
    public static Wording english(String library) {
        return new Wording("en", library, "Attribution", "Rights", "Language", "this page cannot be read",
                "PDF of all pages", "Description", "Text by lines", "Text by words", "Track list");
    }

    LanguageMap in(String words) {
        return LanguageMap.in(language, words);
    }
}
