package org.lectern.cache;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of Ehcache's caches, with a largest value and single flight. The largest value makes a bound in
 * entries a bound in bytes.
 */
final class BoundedCache implements Cache {

    private final org.ehcache.Cache<String, byte[]> store;
    private final int maxValueBytes;
    private final SingleFlight<String, byte[]> flights = new SingleFlight<>();

    BoundedCache(org.ehcache.Cache<String, byte[]> store, int maxValueBytes) {
        this.store = store;
        this.maxValueBytes = maxValueBytes;
    }

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(store.get(key));
    }

    @Override
    public byte[] get(String key, Supplier<byte[]> loader) {
        byte[] found = store.get(key);
        return found != null ? found : flights.load(key, () -> findOrLoad(key, loader));
    }

    /* The flight before this one may have landed between the look and the take-off. */
    private byte[] findOrLoad(String key, Supplier<byte[]> loader) {
        byte[] found = store.get(key);
        if (found != null) {
            return found;
        }
        byte[] loaded = loader.get();
        if (loaded != null) {
            put(key, loaded);
        }
        return loaded;
    }

    @Override
    public void put(String key, byte[] value) {
        if (value.length > maxValueBytes) {
            store.remove(key);
        } else {
            store.put(key, value);
        }
    }

    @Override
    public void remove(String key) {
        store.remove(key);
    }
}
