package org.lectern.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class SingleFlightTest {

    private static final int THREADS = 16;

    private final SingleFlight<String, byte[]> flights = new SingleFlight<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sixteenWhoAskAtOnceGetOneLoad() throws Exception {
        var loads = new AtomicInteger();
        byte[] value = {1, 2, 3};
        for (Future<byte[]> asked : askFromAll(() -> {
            loads.incrementAndGet();
            return value;
        })) {
            assertThat(asked.get()).isSameAs(value);
        }
        assertThat(loads).hasValue(1);
    }

    static List<Throwable> failures() {
        return List.of(new IllegalArgumentException("no such page"), new OutOfMemoryError("not really"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureReachesAllWhoWaitAsItIs(Throwable failure) {
        for (Future<byte[]> asked : askFromAll(() -> {
            throw SingleFlightTest.<RuntimeException>thrown(failure);
        })) {
            assertThatThrownBy(asked::get).isInstanceOf(ExecutionException.class).cause().isSameAs(failure);
        }
        assertThat(flights.load("key", () -> new byte[7])).hasSize(7);
    }

    /** The same throwable, though it be an error: the compiler believes the type parameter. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T thrown(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void aLoaderMayAskForAnotherKeyButNotForItsOwn() {
        byte[] inner = flights.load("outer", () -> flights.load("inner", () -> new byte[2]));
        assertThat(inner).hasSize(2);
        assertThatThrownBy(() -> flights.load("key", () -> flights.load("key", () -> new byte[1])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key");
    }

    @Test
    void aLoaderThatComesBackWithNothingIsABug() {
        assertThatThrownBy(() -> flights.load("key", () -> null)).isInstanceOf(NullPointerException.class);
        assertThat(flights.load("key", () -> new byte[1])).hasSize(1);
    }

    @Test
    void whoIsInterruptedStopsWaitingAndTheOthersDoNot() throws Exception {
        var loading = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        Future<byte[]> pilot = threads.submit(() -> flights.load("key", () -> {
            loading.countDown();
            awaited(mayEnd);
            return new byte[5];
        }));
        loading.await();
        var interrupted = new AtomicInteger();
        Thread waiter = new Thread(() -> {
            try {
                flights.load("key", () -> new byte[0]);
            } catch (CancellationException cancelled) {
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : -1);
            }
        });
        waiter.start();
        waiter.interrupt();
        waiter.join();
        assertThat(interrupted).hasValue(1);
        mayEnd.countDown();
        assertThat(pilot.get()).hasSize(5);
    }

    /** All threads ask; the first one's loader goes on only when the others wait for it. */
    private List<Future<byte[]>> askFromAll(Supplier<byte[]> loader) {
        List<Thread> asking = Collections.synchronizedList(new ArrayList<>());
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            answers.add(threads.submit(() -> {
                asking.add(Thread.currentThread());
                return flights.load("key", () -> {
                    awaitOthers(asking);
                    return loader.get();
                });
            }));
        }
        return answers;
    }

    private static void awaitOthers(List<Thread> asking) {
        while (asking.size() < THREADS || waiting(asking) < THREADS - 1) {
            Thread.onSpinWait();
        }
    }

    private static long waiting(List<Thread> asking) {
        return List.copyOf(asking).stream().filter(thread -> thread.getState() == Thread.State.WAITING).count();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
