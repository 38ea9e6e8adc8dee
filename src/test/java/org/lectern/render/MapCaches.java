package org.lectern.render;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lectern.cache.Cache;
import org.lectern.cache.Caches;

/** Caches that keep everything, or nothing. */
final class MapCaches implements Caches {

    final MapCache tiles;
    final MapCache derivatives;
    final MapCache documents;

    private MapCaches(boolean tiles, boolean derivatives) {
        this.tiles = new MapCache(tiles);
        this.derivatives = new MapCache(derivatives);
        this.documents = new MapCache(true);
    }

    static MapCaches keeping() {
        return new MapCaches(true, true);
    }

    static MapCaches keepingTiles() {
        return new MapCaches(true, false);
    }

    static MapCaches keepingNothing() {
        return new MapCaches(false, false);
    }

    @Override
    public Cache blocks() {
        throw new AssertionError("no business of this room");
    }

    @Override
    public Cache tiles() {
        return tiles;
    }

    @Override
    public Cache derivatives() {
        return derivatives;
    }

    @Override
    public Cache documents() {
        return documents;
    }

    @Override
    public void close() {
        throw new AssertionError("not closed by this room");
    }

    static final class MapCache implements Cache {
        final Map<String, byte[]> map = new ConcurrentHashMap<>();
        private final boolean keeping;

        private MapCache(boolean keeping) {
            this.keeping = keeping;
        }

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.ofNullable(map.get(key));
        }

        @Override
        public byte[] get(String key, Supplier<byte[]> loader) {
            return keeping ? map.computeIfAbsent(key, unused -> loader.get()) : loader.get();
        }

        @Override
        public void put(String key, byte[] value) {
            if (keeping) {
                map.put(key, value);
            }
        }

        @Override
        public void remove(String key) {
            map.remove(key);
        }
    }
}
