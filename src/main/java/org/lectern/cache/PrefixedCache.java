package org.lectern.cache;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A cache in which every key stands behind a prefix. */
final class PrefixedCache implements Cache {

    private final Cache cache;
    private final String prefix;

    PrefixedCache(Cache cache, String prefix) {
        this.cache = Objects.requireNonNull(cache);
        this.prefix = Objects.requireNonNull(prefix);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return cache.find(prefix + key);
    }

    @Override
    public byte[] get(String key, Supplier<byte[]> loader) {
        return cache.get(prefix + key, loader);
    }

    @Override
    public void put(String key, byte[] value) {
        cache.put(prefix + key, value);
    }

    @Override
    public void remove(String key) {
        cache.remove(prefix + key);
    }
}
