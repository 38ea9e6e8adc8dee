package org.lectern.render;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lectern.core.IiifException;

/**
 * Lets work in by the heap it takes: a semaphore counted in bytes. Thread-safe.
 *
 * <p>There are two lanes, first come first served in each. Work under {@value #TILE_BYTES} bytes goes by the tile
 * lane, for which a quarter of the budget is kept free of other work; it may use more while no
 * larger work waits. Larger work shares the other three quarters; alone, it may fill the whole budget.
 *
 * <p>Who holds a permit must not enter again, nor wait for anyone who has yet to enter.
 */
public final class Admission {

    /** Work below this goes by the tile lane. */
    public static final long TILE_BYTES = 16L << 20;

    private final long budget;
    private final Duration wait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lane tiles = new Lane();
    private final Lane wholes = new Lane();

    /**
     * With nobody inside.
     *
     * @param budgetBytes all the heap that requests may take together
     * @param wait how long one waits for its share
     */
    public Admission(long budgetBytes, Duration wait) {
        if (budgetBytes < 1 || wait.isNegative()) {
            throw new IllegalArgumentException("admission of " + budgetBytes + " bytes within " + wait);
        }
        this.budget = budgetBytes;
        this.wait = wait;
    }

    /** What one piece of work may take at most. */
    public long budget() {
        return budget;
    }

    /**
     * Waits until there is room.
     *
     * @param cost heap bytes at the peak of the work
     * @return to be closed when the work is done, by any thread
     * @throws IiifException.TooLarge at once, when there never will be
     * @throws IiifException.Busy when there was none within the time
     */
    public Permit enter(long cost) {
        if (cost > budget) {
            throw new IiifException.TooLarge("This needs " + megabytes(cost) + " MB of memory and this server allows "
                    + megabytes(budget) + " MB; ask for a smaller region or size, or let the server have more heap.");
        }
        Lane lane = cost < TILE_BYTES ? tiles : wholes;
        var ticket = new Object();
        lock.lock();
        try {
            lane.queue.add(ticket);
            await(lane, ticket, cost);
            lane.used += cost;
            return new Permit(lane, cost);
        } finally {
            lane.queue.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    private void await(Lane lane, Object ticket, long cost) {
        long nanos = wait.toNanos();
        try {
            while (lane.queue.peek() != ticket || !fits(lane, cost)) {
                if (nanos <= 0) {
                    throw busy();
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private boolean fits(Lane lane, long cost) {
        if (tiles.used + wholes.used + cost > budget) {
            return false;
        }
        long reserve = budget / 4;
        if (lane == tiles) {
            return wholes.queue.isEmpty() || tiles.used == 0 || tiles.used + cost <= reserve;
        }
        return wholes.used == 0 || wholes.used + cost <= budget - reserve;
    }

    private IiifException.Busy busy() {
        var retry = wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
        return new IiifException.Busy("The server has too much to do; try again in a moment.", retry);
    }

    private static long megabytes(long bytes) {
        return (bytes >> 20) + 1;
    }

    private static final class Lane {
        private final Deque<Object> queue = new ArrayDeque<>();
        private long used;
    }

    /** A share of the budget. */
    public final class Permit implements AutoCloseable {
        private final Lane lane;
        private long cost;

        private Permit(Lane lane, long cost) {
            this.lane = lane;
            this.cost = cost;
        }

        /** Gives back what is no longer needed; never waits. */
        public void shrinkTo(long bytes) {
            lock.lock();
            try {
                long less = Math.max(0, Math.min(bytes, cost));
                lane.used -= cost - less;
                cost = less;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            shrinkTo(0);
        }
    }
}
