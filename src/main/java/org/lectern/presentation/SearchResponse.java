package org.lectern.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Rect;

/**
 * One page of what a search inside found.
 *
 * @param id URI of this page of the answer, as it was asked for
 * @param layer URI of the whole answer
 * @param total all hits
 * @param start index of the first hit of this page, from 0
 * @param first URI of the first page
 * @param last URI of the last page
 * @param next URI of the next page
 * @param previous URI of the page before
 * @param ignored names of parameters that were given and do nothing here
 * @param manifest what was searched: every target says that it is part of it
 * @param hits on this page, in order
 * @see <a href="https://iiif.io/api/search/1.0/">Content Search API 1.0</a>
 * @see <a href="https://iiif.io/api/search/2.0/">Content Search API 2.0</a>
 */
public record SearchResponse(
        String id,
        String layer,
        int total,
        int start,
        String first,
        String last,
        Optional<String> next,
        Optional<String> previous,
        List<String> ignored,
        Reference manifest,
        List<Hit> hits) {

    /** Keeps its own copies. */
    public SearchResponse {
        Objects.requireNonNull(id);
        Objects.requireNonNull(layer);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        Objects.requireNonNull(next);
        Objects.requireNonNull(previous);
        ignored = List.copyOf(ignored);
        Objects.requireNonNull(manifest);
        hits = List.copyOf(hits);
    }

    /** The words of all hits on this page, each once: hits may share one. */
    List<Word> words() {
        Map<String, Word> words = new LinkedHashMap<>();
        hits.forEach(hit -> hit.words().forEach(word -> words.putIfAbsent(word.id(), word)));
        return List.copyOf(words.values());
    }

    /**
     * One place where a phrase stands.
     *
     * @param id URI of the hit
     * @param match what stands there
     * @param before what stands before it
     * @param after what stands behind it
     * @param words its words, each an annotation, at least one
     */
    public record Hit(String id, String match, String before, String after, List<Word> words) {
        /** Keeps its own copy; there are words. */
        public Hit {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a hit needs a word: " + id);
            }
        }
    }

    /**
     * One word.
     *
     * @param id URI of its annotation
     * @param text as it stands there
     * @param canvas URI of the canvas
     * @param box where on the canvas
     */
    public record Word(String id, String text, String canvas, Rect box) {}
}
