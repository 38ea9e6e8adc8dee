package org.lectern.presentation;

import java.util.Objects;

/**
 * Where to search inside: both versions of the Content Search API, each with its completion of words.
 *
 * @param search1 URI of the service of version 1
 * @param complete1 URI of its autocomplete service
 * @param search2 URI of the service of version 2
 * @param complete2 URI of its autocomplete service
 */
public record SearchService(String search1, String complete1, String search2, String complete2) {

    static final String CONTEXT_1 = "http://iiif.io/api/search/1/context.json";
    static final String SEARCH_1 = "http://iiif.io/api/search/1/search";
    static final String COMPLETE_1 = "http://iiif.io/api/search/1/autocomplete";

    /** Nothing is null. */
    public SearchService {
        Objects.requireNonNull(search1);
        Objects.requireNonNull(complete1);
        Objects.requireNonNull(search2);
        Objects.requireNonNull(complete2);
    }
}
