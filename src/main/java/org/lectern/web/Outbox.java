package org.lectern.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.core.IiifException;

/**
 * The bytes that are on their way to clients. They lie on the heap until the client has taken them, and it
 * may take its time: so all together they are bounded, and what finds no room is refused. Thread-safe.
 */
public final class Outbox {

    /** What is shorter always passes: no more of it is on its way than there are connections. */
    static final int SMALL = 128 << 10;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final long budget;
    private final AtomicLong taken = new AtomicLong();

    /**
     * An empty one.
     *
     * @param budgetBytes of all larger bodies together; a single one may be longer
     */
    public Outbox(long budgetBytes) {
        if (budgetBytes < 1) {
            throw new IllegalArgumentException("an outbox of " + budgetBytes + " bytes");
        }
        this.budget = budgetBytes;
    }

    /** What sends a body. */
    @FunctionalInterface
    interface Sending<E extends Exception> {
        void run() throws E;
    }

    /**
     * Sends a body that takes so many bytes.
     *
     * @throws IiifException.Busy at once, when there is no room for it
     */
    <E extends Exception> void send(long bytes, Sending<E> sending) throws E {
        if (bytes < SMALL) {
            sending.run();
            return;
        }
        long others = taken.getAndAdd(bytes);
        try {
            if (others > 0 && others > budget - bytes) {
                throw new IiifException.Busy("Too many large answers are on their way to slow clients; try again in a moment.", RETRY);
            }
            sending.run();
        } finally {
            taken.addAndGet(-bytes);
        }
    }
}
