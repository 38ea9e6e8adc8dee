package org.lectern.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Validators;
import org.lectern.core.Identifier;

/**
 * All items and collections of a library as of one moment. Immutable.
 *
 * @param items in natural order of their identifiers
 * @param shelves collections by identifier
 * @param known by identifier, what each item was made of: saves making it again when nothing changed
 * @param validator changes when an item comes, goes or changes
 */
record Index(
        List<Summary> items,
        Map<Identifier, Folder> shelves,
        Map<Identifier, Index.Known> known,
        String validator) {

    static final Index EMPTY = new Index(List.of(), Map.of(), Map.of(), Validators.of());

    /**
     * An item as it was found.
     *
     * @param stamp of the files it is made of
     * @param summary empty when it is none, or broken
     */
    record Known(String stamp, Optional<Summary> summary) {}

    static Index of(Map<Identifier, Folder> shelves, Map<Identifier, Known> known) {
        List<Summary> items = known.values().stream().flatMap(one -> one.summary().stream())
                .sorted((one, other) -> NaturalOrder.NAMES.compare(one.id().text(), other.id().text())).toList();
        return new Index(items, new HashMap<>(shelves), new HashMap<>(known), validator(items));
    }

    static String validator(List<Summary> items) {
        return Validators.of(items.stream().map(item -> item.id() + "\n" + item.validator()).toArray(String[]::new));
    }

    Listing list(ItemQuery query) {
        int from = Math.min(query.start(), items.size());
        int to = (int) Math.min((long) from + query.limit(), items.size());
        return new Listing(query.start(), items.size(), items.subList(from, to), validator);
    }
}
