package org.lectern.presentation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Language tags as documents may hold them.
 *
 * <p>Of BCP 47 the readers of IIIF take letters only: the official schema refuses {@code es-419} and {@code de-1996}.
 * What comes in front of such a part says nearly as much, and stays.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/#44-language-of-property-values">Presentation API 3.0, 4.4</a>
 */
public final class Language {

    private static final Pattern TAG =
            Pattern.compile("([A-Za-z]{2,3}(?:-[A-Za-z]{1,8}){0,4})(?:-[A-Za-z0-9-]{0,35})?");
    private static final Pattern HANGING = Pattern.compile("-[A-Za-z]$");

    private Language() {}

    /**
     * The tag, as far as it has letters only.
     *
     * @param text as a source writes it; {@code _} counts as {@code -}
     * @return empty when it is no tag; a name of a language is none
     */
    public static Optional<String> tag(String text) {
        Matcher tag = TAG.matcher(text.strip().replace('_', '-'));
        return tag.matches() ? Optional.of(HANGING.matcher(tag.group(1)).replaceFirst("")) : Optional.empty();
    }
}
