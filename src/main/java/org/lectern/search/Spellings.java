package org.lectern.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Counts the words of a book while it is read, and how each is spelled. For one thread. */
final class Spellings {

    private static final int MOST_WORDS = 400_000; // kept on the heap while an index is made; further ones are not suggested

    private final Map<String, Map<String, Integer>> spellings = new HashMap<>();

    void count(IndexedPage page) {
        int before = -1;
        for (IndexedPage.Token token : page.tokens()) {
            boolean isWholeWord = token.first() != before;
            before = token.first();
            if (isWholeWord && (spellings.size() < MOST_WORDS || spellings.containsKey(token.text()))) {
                String spelled = spelled(page, token);
                spellings.computeIfAbsent(token.text(), any -> new HashMap<>(2)).merge(spelled, 1, Integer::sum);
            }
        }
    }

    /** The word without what stands round it; the token itself where that would be another one. */
    private static String spelled(IndexedPage page, IndexedPage.Token token) {
        String bare = page.words().get(token.first()).whole()
                .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$", "");
        return Folding.tokens(bare).equals(List.of(token.text())) ? bare : token.text();
    }

    /** Hands over each word with its most common spelling and how often it stands there in any. */
    void each(BiConsumer<String, Suggestion> taker) {
        spellings.forEach((word, counts) -> {
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            String most = counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow().getKey();
            taker.accept(word, new Suggestion(most, total));
        });
    }
}
