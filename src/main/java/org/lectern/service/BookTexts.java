package org.lectern.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.core.IiifException;
import org.lectern.pdf.TextLayer;
import org.lectern.source.Page;
import org.lectern.source.TextPlace;
import org.lectern.text.TextForm;
import org.lectern.text.TextReaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of chosen pages, one after the other. A file of words is read once, when the first of its pages is asked for;
 * the others wait compressed. For one thread.
 */
final class BookTexts {

    private static final Logger LOG = LoggerFactory.getLogger(BookTexts.class);

    private final Holding holding;
    private final Map<String, Set<Integer>> wanted = new HashMap<>(); // file → places in it, until it is read
    private final Map<TextPlace, TextLayer> read = new HashMap<>();

    BookTexts(Holding holding, List<Page> pages) {
        this.holding = holding;
        pages.stream().flatMap(page -> page.text().stream())
                .filter(text -> text.form() != TextForm.PDF)
                .forEach(text -> wanted.computeIfAbsent(text.file(), file -> new HashSet<>()).add(text.place()));
    }

    /** None for a page without words, or with words that cannot be read: it is still a page. */
    Optional<TextLayer> of(Page page) {
        if (page.text().isEmpty()) {
            return Optional.empty();
        }
        TextPlace text = page.text().get();
        Set<Integer> places = wanted.remove(text.file());
        if (places != null) {
            read(text, places);
        }
        return Optional.ofNullable(read.get(text));
    }

    private void read(TextPlace text, Set<Integer> places) {
        List<Integer> missing = new ArrayList<>(places);
        try {
            TextReaders.read(text.form(), holding.source().text(holding.item().orElseThrow(), text), (place, words) -> {
                if (missing.remove((Integer) place) && !words.lines().isEmpty()) {
                    read.put(new TextPlace(text.form(), text.file(), place), TextLayer.of(words));
                }
                return !missing.isEmpty();
            });
        } catch (IiifException.Broken | IiifException.Unsupported | IiifException.Missing | IiifException.TooLarge e) {
            LOG.debug("a PDF is made without the words of {}: {}", holding.item().orElseThrow().id(), e.getMessage());
        }
    }
}
