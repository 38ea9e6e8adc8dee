package org.lectern.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Objects on the heap under a key, bounded in bytes as a weigher tells. Values are shared: whoever takes one out does
 * not change what others see of it. Thread-safe.
 *
 * <p>What goes is chosen by how often and how lately it was asked for. It goes on the thread that stores or reads: the
 * cache has no threads of its own, so nothing outlives a web application that was taken down.
 *
 * @param <K> with {@code equals} and {@code hashCode}; what it weighs is the weigher's business
 * @param <V> never null
 */
public final class WeighedCache<K, V> {

    /** What an entry itself takes: a node, its place in the table and a small key. */
    public static final int ENTRY_BYTES = 128;

    private final com.github.benmanes.caffeine.cache.Cache<K, V> store;
    private final SingleFlight<K, V> flights = new SingleFlight<>();

    /**
     * With nothing in it.
     *
     * @param bytes that all entries may weigh together; 0 keeps nothing
     * @param weigher bytes of heap that a value takes, 0 or more; asked when the value is put, once and for all:
     *     one that has grown is to be put again. To each weight {@value #ENTRY_BYTES} bytes are added
     * @throws IllegalArgumentException when the bound is less than 0
     */
    public WeighedCache(long bytes, ToLongFunction<? super V> weigher) {
        store = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((K key, V value) -> weight(weigher.applyAsLong(value)))
                .executor(Runnable::run)
                .build();
    }

    private static int weight(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes + ENTRY_BYTES);
    }

    /** The value, if it is here now. */
    public Optional<V> find(K key) {
        return Optional.ofNullable(store.getIfPresent(key));
    }

    /**
     * The value; computed by the loader at most once however many threads ask for the key at the same time. What the
     * loader throws, all who wait on it are thrown too, and nothing is stored. A value too large for the cache is given
     * back and not kept. The loader may use other keys of this cache, never the same key.
     *
     * @throws java.util.concurrent.CancellationException when this thread is interrupted while another one loads
     * @throws IllegalStateException when the loader of a key asks for the same key
     */
    public V get(K key, Supplier<V> loader) {
        V found = store.getIfPresent(key);
        return found != null ? found : flights.load(key, () -> findOrLoad(key, loader));
    }

    /* The flight before this one may have landed between the look and the take-off. */
    private V findOrLoad(K key, Supplier<V> loader) {
        V found = store.getIfPresent(key);
        if (found != null) {
            return found;
        }
        V loaded = loader.get();
        if (loaded != null) {
            put(key, loaded);
        }
        return loaded;
    }

    /** Stores a value and weighs it, replacing one that is there. A value too large for the cache is not kept. */
    public void put(K key, V value) {
        store.put(key, value);
    }

    /** Forgets the key. */
    public void remove(K key) {
        store.invalidate(key);
    }

    /** What all entries weigh just now; never much above the bound, and that only while threads are storing. */
    public long weight() {
        store.cleanUp();
        return store.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
