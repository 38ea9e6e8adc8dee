package org.lectern.render;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets one thread do what several ask for at the same time; the others wait and share what comes of it, value or
 * exception. Keeps nothing. Thread-safe.
 */
final class Flights {

    private final ConcurrentMap<String, CompletableFuture<byte[]>> flying = new ConcurrentHashMap<>();

    /**
     * What the work gives, done here or by the thread that is at it already.
     *
     * @param key what is asked for; the work must not ask for the same
     */
    byte[] get(String key, Supplier<byte[]> work) {
        var own = new CompletableFuture<byte[]>();
        CompletableFuture<byte[]> others = flying.putIfAbsent(key, own);
        return others == null ? fly(key, own, work) : share(others);
    }

    private byte[] fly(String key, CompletableFuture<byte[]> flight, Supplier<byte[]> work) {
        try {
            byte[] value = work.get();
            flight.complete(value);
            return value;
        } catch (RuntimeException | Error e) { // passed on unchanged, to those who wait as well
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flying.remove(key, flight);
        }
    }

    private static byte[] share(CompletableFuture<byte[]> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
