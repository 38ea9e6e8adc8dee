package org.lectern.cache;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Bytes under a key, bounded in bytes, thread-safe. Whoever puts a value in or takes one out does
 * not write into the array: it is shared.
 */
public interface Cache {

    /** The value, if it is here now. */
    Optional<byte[]> find(String key);

    /**
     * The value; computed by the loader at most once however many threads ask for the key at the
     * same time (single flight). A loader that throws fails all who wait on it, with the same
     * exception, and nothing is stored. A value too large for the cache is returned and not stored.
     * The loader may use other keys of this cache, never the same key.
     */
    byte[] get(String key, Supplier<byte[]> loader);

    /** Stores a value, replacing one that is there. A value too large for the cache is not stored. */
    void put(String key, byte[] value);

    /** Forgets the key. */
    void remove(String key);

    /**
     * The same cache, every key behind a prefix: what one program has kept on disk, another that makes other things of
     * the same files does not find.
     *
     * @param prefix of all keys; part of what must be equal
     */
    default Cache under(String prefix) {
        return new PrefixedCache(this, prefix);
    }
}
