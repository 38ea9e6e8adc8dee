package org.lectern.blob;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.lectern.cache.Cache;

/** A cache for tests: keeps everything, and counts what was made. */
public final class MapCache implements Cache {

    private final Map<String, byte[]> values = new ConcurrentHashMap<>();
    private final AtomicInteger loads = new AtomicInteger();

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public byte[] get(String key, Supplier<byte[]> loader) {
        byte[] value = values.get(key);
        if (value == null) {
            loads.incrementAndGet();
            value = loader.get();
            values.put(key, value);
        }
        return value;
    }

    @Override
    public void put(String key, byte[] value) {
        values.put(key, value);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    /** How often a loader ran. */
    public int loads() {
        return loads.get();
    }

    public int size() {
        return values.size();
    }

    public void clear() {
        values.clear();
    }
}
