package org.lectern.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Objects on the heap under a key, bounded in bytes as a weigher tells. Values are shared: whoever takes one out does
 * not change what others see of it. Thread-safe.
 *
 * <p>What was not asked for the longest goes first. That is the right choice for what readers do: a zoom or a walk over a
 * picture comes back to what it has just been at, and then never again. A cache that weighs how often something is asked
 * for keeps out what is new: with one, a second picture found none of its code-blocks again.
 *
 * @param <K> with {@code equals} and {@code hashCode}; what it weighs is the weigher's business
 * @param <V> never null
 */
public final class WeighedCache<K, V> {

    /** What an entry itself takes: a node, its place in the table and a small key. */
    public static final int ENTRY_BYTES = 128;

    private final long bound;
    private final ToLongFunction<? super V> weigher;
    private final Map<K, Weighed<V>> store = new LinkedHashMap<>(16, 0.75f, true); // by last access; guarded by itself
    private long sum;
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
        if (bytes < 0) {
            throw new IllegalArgumentException("a cache of " + bytes + " bytes");
        }
        bound = bytes;
        this.weigher = weigher;
    }

    /** A value with the bytes that it counts for. */
    private record Weighed<V>(V value, long bytes) {}

    /** The value, if it is here now. */
    public Optional<V> find(K key) {
        return Optional.ofNullable(present(key));
    }

    private V present(K key) {
        synchronized (store) {
            Weighed<V> found = store.get(key);
            return found == null ? null : found.value();
        }
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
        V found = present(key);
        return found != null ? found : flights.load(key, () -> findOrLoad(key, loader));
    }

    /* The flight before this one may have landed between the look and the take-off. */
    private V findOrLoad(K key, Supplier<V> loader) {
        V found = present(key);
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
        var weighed = new Weighed<>(value, weigher.applyAsLong(value) + ENTRY_BYTES);
        synchronized (store) {
            Weighed<V> before = weighed.bytes() > bound ? store.remove(key) : store.put(key, weighed);
            sum -= before == null ? 0 : before.bytes();
            sum += weighed.bytes() > bound ? 0 : weighed.bytes();
            shrink();
        }
    }

    private void shrink() {
        Iterator<Weighed<V>> oldest = store.values().iterator();
        while (sum > bound) {
            sum -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Forgets the key. */
    public void remove(K key) {
        synchronized (store) {
            Weighed<V> before = store.remove(key);
            sum -= before == null ? 0 : before.bytes();
        }
    }

    /** What all entries weigh just now; never above the bound. */
    public long weight() {
        synchronized (store) {
            return sum;
        }
    }
}
