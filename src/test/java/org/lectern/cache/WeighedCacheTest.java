package org.lectern.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class WeighedCacheTest {

    private static final long BOUND = 100_000;

    private final WeighedCache<String, int[]> cache = new WeighedCache<>(BOUND, ints -> 4L * ints.length);

    @Test
    void whatWasPutIsFoundAsItIs() {
        int[] value = {1, 2, 3};
        cache.put("a", value);
        assertThat(cache.find("a")).containsSame(value);
        assertThat(cache.find("b")).isEmpty();
    }

    @Test
    void whatWasRemovedIsForgotten() {
        cache.put("a", new int[1]);
        cache.remove("a");
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.weight()).isZero();
    }

    @Test
    void aKeyIsLoadedOnce() {
        var loads = new AtomicInteger();
        Supplier<int[]> loader = () -> new int[] {loads.incrementAndGet()};
        assertThat(cache.get("a", loader)).isSameAs(cache.get("a", loader)).containsExactly(1);
    }

    @Test
    void eachEntryWeighsWhatTheWeigherTellsAndItself() {
        cache.put("a", new int[25]);
        cache.put("b", new int[0]);
        assertThat(cache.weight()).isEqualTo(100 + 2 * WeighedCache.ENTRY_BYTES);
    }

    @Test
    void whatHasGrownIsWeighedAgainWhenItIsPutAgain() {
        var grown = new WeighedCache<String, List<Integer>>(BOUND, List::size);
        List<Integer> value = new ArrayList<>(List.of(1));
        grown.put("a", value);
        value.add(2);
        assertThat(grown.weight()).isEqualTo(1 + WeighedCache.ENTRY_BYTES);
        grown.put("a", value);
        assertThat(grown.weight()).isEqualTo(2 + WeighedCache.ENTRY_BYTES);
        assertThat(grown.find("a")).containsSame(value);
    }

    @Test
    void itNeverHoldsMoreThanItsBound() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            cache.put("key " + random.nextInt(500), new int[random.nextInt(2_000)]);
            assertThat(cache.weight()).as("seed %d, step %d", seed, i).isLessThanOrEqualTo(BOUND);
        }
        assertThat(cache.weight()).isGreaterThan(BOUND / 2);
    }

    @Test
    void aValueLargerThanTheBoundIsGivenBackAndNotKept() {
        assertThat(cache.get("a", () -> new int[(int) BOUND])).hasSize((int) BOUND);
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.weight()).isZero();
    }

    @Test
    void aValueOfMoreThanTwoGigabytesIsNotTakenForALightOne() {
        var heavy = new WeighedCache<String, String>(BOUND, text -> 5_000_000_000L);
        heavy.put("a", "five gigabytes");
        assertThat(heavy.find("a")).isEmpty();
    }

    @Test
    void aBoundOfNothingKeepsNothing() {
        var none = new WeighedCache<String, int[]>(0, ints -> 0);
        assertThat(none.get("a", () -> new int[7])).hasSize(7);
        assertThat(none.find("a")).isEmpty();
    }

    @Test
    void aBoundOfLessThanNothingIsRefused() {
        assertThatThrownBy(() -> new WeighedCache<String, int[]>(-1, ints -> 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Throwable> failures() {
        return List.of(new IllegalArgumentException("no such block"), new OutOfMemoryError("not really"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatALoaderThrowsComesOutAsItIsAndNothingIsKept(Throwable failure) {
        assertThatThrownBy(() -> cache.get("a", () -> {
            throw WeighedCacheTest.<RuntimeException>thrown(failure);
        })).isSameAs(failure);
        assertThat(cache.get("a", () -> new int[3])).hasSize(3);
    }

    /** The same throwable, though it be an error: the compiler believes the type parameter. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T thrown(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void aLoaderThatComesBackWithNothingIsABug() {
        assertThatThrownBy(() -> cache.get("a", () -> null)).isInstanceOf(NullPointerException.class);
        assertThat(cache.find("a")).isEmpty();
    }

    @Test
    void aLoaderMayAskForAnotherKeyButNotForItsOwn() {
        assertThat(cache.get("outer", () -> cache.get("inner", () -> new int[2]))).hasSize(2);
        assertThat(cache.find("inner")).isPresent();
        assertThatThrownBy(() -> cache.get("own", () -> cache.get("own", () -> new int[1])))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoAsksWhileAnotherLoadsGetsTheSameValue() throws Exception {
        int threads = 8;
        var loads = new AtomicInteger();
        var asking = new CountDownLatch(threads);
        ExecutorService all = Executors.newFixedThreadPool(threads);
        List<Future<int[]>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            answers.add(all.submit(() -> {
                asking.countDown();
                return cache.get("a", () -> {
                    awaited(asking);
                    return new int[] {loads.incrementAndGet()};
                });
            }));
        }
        int[] first = answers.get(0).get();
        for (Future<int[]> answer : answers) {
            assertThat(answer.get()).isSameAs(first);
        }
        assertThat(loads).hasValue(1);
        all.shutdown();
        assertThat(all.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Notes who touches it: throwing out an entry does. */
    private record WatchedKey(int number, Set<Thread> seen) {
        @Override
        public boolean equals(Object other) {
            return other instanceof WatchedKey key && key.number == number;
        }

        @Override
        public int hashCode() {
            seen.add(Thread.currentThread());
            return number;
        }
    }

    /** A thread of a common pool would hold the class loader of the web application that woke it first. */
    @Test
    void noThreadButTheAskingOneWorksForIt() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        var small = new WeighedCache<WatchedKey, int[]>(1_000, ints -> 4L * ints.length);
        for (int i = 0; i < 1_000; i++) {
            small.put(new WatchedKey(i, seen), new int[10]);
        }
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
