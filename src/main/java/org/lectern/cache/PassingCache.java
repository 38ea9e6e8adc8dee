package org.lectern.cache;

import java.util.Optional;
import java.util.function.Supplier;

/** A cache that is switched off: it keeps nothing, but still loads once for all who ask at the same time. */
final class PassingCache implements Cache {

    private final SingleFlight<String, byte[]> flights = new SingleFlight<>();

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.empty();
    }

    @Override
    public byte[] get(String key, Supplier<byte[]> loader) {
        return flights.load(key, loader);
    }

    @Override
    public void put(String key, byte[] value) {
        // Switched off.
    }

    @Override
    public void remove(String key) {
        // Nothing is here.
    }
}
