package org.lectern.presentation;

import java.util.List;
import java.util.Objects;

/**
 * Words that a search may go on with.
 *
 * @param id URI of the answer, as it was asked for
 * @param ignored names of parameters that were given and do nothing here
 * @param terms by alphabet
 */
public record Terms(String id, List<String> ignored, List<Term> terms) {
    /** Keeps its own copies. */
    public Terms {
        Objects.requireNonNull(id);
        ignored = List.copyOf(ignored);
        terms = List.copyOf(terms);
    }

    /**
     * One word.
     *
     * @param word itself
     * @param count how often it stands there, at least 1
     * @param search URI of the search for it
     */
    public record Term(String word, int count, String search) {}
}
