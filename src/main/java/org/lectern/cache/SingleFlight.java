package org.lectern.cache;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Lets one thread load what several ask for at the same time. Thread-safe.
 *
 * <p>A flight is plain fields behind a latch and no future: when its loader ran out of memory, telling
 * those who wait must not need any.
 *
 * @param <K> what is asked for
 * @param <V> what is loaded
 */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, Flight<K, V>> flights = new ConcurrentHashMap<>();

    /** With nothing on its way. */
    public SingleFlight() {}

    /**
     * The loader's value, from this thread's own call of it or from that of the thread that came first. Keeps nothing;
     * what the loader throws, all who wait are thrown too.
     *
     * @param key what is asked for
     * @param loader never gives null
     * @throws CancellationException when this thread is interrupted while it waits; its interrupt stays set
     * @throws IllegalStateException when the loader of a key asks for the same key
     */
    public V load(K key, Supplier<V> loader) {
        var mine = new Flight<K, V>(Thread.currentThread());
        Flight<K, V> first = flights.putIfAbsent(key, mine);
        if (first != null) {
            return first.await(key);
        }
        try {
            return mine.fly(loader);
        } finally {
            flights.remove(key, mine);
            mine.landed.countDown();
        }
    }

    private static final class Flight<K, V> {
        private final Thread pilot;
        private final CountDownLatch landed = new CountDownLatch(1);
        private V value;
        private RuntimeException refusal;
        private Error error;

        Flight(Thread pilot) {
            this.pilot = pilot;
        }

        V fly(Supplier<V> loader) {
            try {
                value = Objects.requireNonNull(loader.get(), "a loader came back with nothing");
                return value;
            } catch (RuntimeException thrown) {
                refusal = thrown;
                throw thrown;
            } catch (Error thrown) {
                error = thrown;
                throw thrown;
            }
        }

        V await(K key) {
            if (pilot == Thread.currentThread()) {
                throw new IllegalStateException("the loader of " + key + " asks for " + key);
            }
            try {
                landed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while another thread loads " + key);
            }
            if (refusal != null) {
                throw refusal;
            }
            if (error != null) {
                throw error;
            }
            return value;
        }
    }
}
