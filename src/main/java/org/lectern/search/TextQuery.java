package org.lectern.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lectern.core.IiifException;

/**
 * What a reader searches for: all of its phrases must stand on a page. A word is a phrase of one; words between
 * double quotes are one phrase; {@code *} behind a word stands for any ending. Case and accents do not count.
 * Immutable. No part of a query is ever read as another language's syntax.
 *
 * @param phrases folded words, at least one each; none when there is nothing to search for
 */
public record TextQuery(List<Phrase> phrases) {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_WORDS = 30;
    private static final String QUOTES = "\"“”„‟«»";

    /** Keeps its own copy. */
    public TextQuery {
        phrases = List.copyOf(phrases);
    }

    /**
     * Words that stand one behind the other.
     *
     * @param words folded, at least one
     * @param open whether the last one may go on
     */
    public record Phrase(List<String> words, boolean open) {
        /** Keeps its own copy. */
        public Phrase {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a phrase without words");
            }
        }
    }

    /**
     * Reads the parameter {@code q}. A quote that is not closed reaches to the end; a word that falls into several
     * ({@code well-known}) is a phrase; the same phrase twice is one.
     *
     * @throws IiifException.Malformed when it is longer than 500 characters or has more than 30 words
     */
    public static TextQuery parse(String q) {
        if (q.length() > MOST_CHARACTERS) {
            throw new IiifException.Malformed(
                    "q has " + q.length() + " characters; at most " + MOST_CHARACTERS + " are searched for.");
        }
        Set<Phrase> phrases = new LinkedHashSet<>();
        boolean quoted = false;
        for (String part : q.split("[" + QUOTES + "]", -1)) {
            List<String> texts = quoted ? List.of(part) : List.of(part.strip().split("\\s+"));
            texts.forEach(text -> phrase(text, phrases));
            quoted = !quoted;
        }
        int words = phrases.stream().mapToInt(phrase -> phrase.words().size()).sum();
        if (words > MOST_WORDS) {
            throw new IiifException.Malformed(
                    "q has " + words + " words; at most " + MOST_WORDS + " are searched for.");
        }
        return new TextQuery(new ArrayList<>(phrases));
    }

    private static void phrase(String text, Set<Phrase> into) {
        List<String> words = Folding.tokens(text);
        if (!words.isEmpty()) {
            into.add(new Phrase(words, text.stripTrailing().endsWith("*")));
        }
    }

    /** Whether there is nothing to search for. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }
}
