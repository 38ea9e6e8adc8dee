package org.lectern.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The values used last, up to a total weight: saves reading the same folder for each tile. Thread-safe.
 *
 * @param <V> what is kept; immutable
 */
final class Recent<V> {

    private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> weigher;
    private final long capacity;
    private long weight;

    Recent(long capacity, ToIntFunction<V> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    synchronized Optional<V> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(String key, V value) {
        forget(values.remove(key));
        values.put(key, value);
        weight += 1L + weigher.applyAsInt(value);
        Iterator<V> oldest = values.values().iterator();
        while (weight > capacity && oldest.hasNext()) {
            V gone = oldest.next();
            oldest.remove();
            forget(gone);
        }
    }

    private void forget(V value) {
        if (value != null) {
            weight -= 1L + weigher.applyAsInt(value);
        }
    }
}
