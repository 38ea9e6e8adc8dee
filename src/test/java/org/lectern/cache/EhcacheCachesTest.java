package org.lectern.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EhcacheCachesTest {

    private static final long MB = 1 << 20;
    private static final EhcacheCaches.Sizes SMALL = new EhcacheCaches.Sizes(
            Tiers.heap(2 * MB), Tiers.heap(9 * MB), new Tiers(2 * MB, 16 * MB, 0), new Tiers(2 * MB, 16 * MB, 0));
    private static final EhcacheCaches.Sizes WITH_DISK = new EhcacheCaches.Sizes(
            new Tiers(2 * MB, 0, 32 * MB),
            new Tiers(9 * MB, 0, 32 * MB),
            new Tiers(2 * MB, 16 * MB, 32 * MB),
            new Tiers(2 * MB, 16 * MB, 32 * MB));
    private static final EhcacheCaches.Sizes OFF =
            new EhcacheCaches.Sizes(Tiers.NONE, Tiers.NONE, Tiers.NONE, Tiers.NONE);

    @TempDir
    private Path directory;

    static List<Function<Caches, Cache>> kinds() {
        return List.of(Caches::blocks, Caches::tiles, Caches::derivatives, Caches::documents);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsPutIsFoundUntilItIsReplacedOrRemoved(Function<Caches, Cache> kind) {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            Cache cache = kind.apply(caches);
            assertThat(cache.find("a")).isEmpty();
            cache.put("a", new byte[] {1});
            cache.put("b", new byte[0]);
            cache.put("a", new byte[] {2, 3});
            assertThat(cache.find("a")).hasValue(new byte[] {2, 3});
            assertThat(cache.find("b")).hasValue(new byte[0]);
            cache.remove("a");
            cache.remove("never there");
            assertThat(cache.find("a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueIsLoadedOnceAndThenFound(Function<Caches, Cache> kind) {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            var loads = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                assertThat(kind.apply(caches).get("a", () -> new byte[] {(byte) loads.incrementAndGet()}))
                        .containsExactly(1);
            }
        }
    }

    @Test
    void aPrefixKeepsValuesOfOneNameApart() {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            Cache plain = caches.documents();
            Cache first = plain.under("1:");
            Cache second = plain.under("2:");
            first.put("a", new byte[] {1});
            assertThat(second.find("a")).isEmpty();
            assertThat(second.get("a", () -> new byte[] {2})).containsExactly(2);
            assertThat(first.find("a")).hasValue(new byte[] {1});
            assertThat(plain.find("2:a")).hasValue(new byte[] {2});
            second.remove("a");
            assertThat(plain.find("2:a")).isEmpty();
            assertThat(first.find("a")).isPresent();
        }
    }

    @Test
    void aFailedLoadIsNotStored() {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            assertThatThrownBy(() -> caches.tiles().get("a", () -> {
                        throw new IllegalArgumentException("damaged");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(caches.tiles().find("a")).isEmpty();
            assertThat(caches.tiles().get("a", () -> new byte[] {9})).containsExactly(9);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueTooLargeIsReturnedNotStoredAndHidesNoOlderOne(Function<Caches, Cache> kind) {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            Cache cache = kind.apply(caches);
            byte[] large = new byte[(int) (3 * MB)];
            assertThat(cache.get("a", () -> large)).isSameAs(large);
            assertThat(cache.find("a")).isEmpty();
            cache.put("a", new byte[1]);
            cache.put("a", large);
            assertThat(cache.find("a")).isEmpty();
        }
    }

    @Test
    void theLargestValueOfEachCacheIsStored() {
        for (var sizes : List.of(SMALL, WITH_DISK)) {
            try (var caches = EhcacheCaches.open(sizes, Optional.of(directory))) {
                assertStored(caches.blocks(), 512 << 10);
                assertStored(caches.tiles(), 512 * 512 * 8 + 1024);
                assertStored(caches.derivatives(), 1 << 20);
                assertStored(caches.documents(), 1 << 20);
            }
        }
    }

    private static void assertStored(Cache cache, int length) {
        cache.put("just", new byte[length]);
        cache.put("over", new byte[length + 1]);
        assertThat(cache.find("just")).hasValueSatisfying(value -> assertThat(value).hasSize(length));
        assertThat(cache.find("over")).isEmpty();
    }

    @Test
    void sixteenThreadsFillingSmallThenLargeStayWithinTheHeapsShare() throws Exception {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            long held = fillSmallThenLarge(caches.tiles(), 512 * 512 * 8);
            assertThat(held).isBetween(1L, 9 * MB);
        }
    }

    @Test
    void sixteenThreadsFillingSmallThenLargeStayWithinDirectMemory() throws Exception {
        try (var caches = EhcacheCaches.open(SMALL, Optional.empty())) {
            long held = fillSmallThenLarge(caches.derivatives(), 700_000);
            assertThat(held).isBetween(MB, 16 * MB);
        }
    }

    @Test
    void sixteenThreadsFillingSmallThenLargeStayWithinTheDisksShare() throws Exception {
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            long held = fillSmallThenLarge(caches.blocks(), 400_000);
            assertThat(held).isBetween(MB, 32 * MB);
        }
        assertThat(bytesOnDisk()).isLessThan(160 * MB);
    }

    /** The bytes that are still found after every key that was ever put is looked for. */
    private static long fillSmallThenLarge(Cache cache, int large) throws Exception {
        inSixteenThreads(thread -> {
            for (int i = 0; i < 200; i++) {
                cache.put("small " + thread + " " + i, new byte[100]);
            }
            for (int i = 0; i < 12; i++) {
                cache.put("large " + thread + " " + i, new byte[large]);
            }
            return 0L;
        });
        return inSixteenThreads(thread -> {
            long found = 0;
            for (int i = 0; i < 200; i++) {
                found += cache.find("small " + thread + " " + i).map(value -> value.length).orElse(0);
                found += cache.find("large " + thread + " " + i).map(value -> value.length).orElse(0);
            }
            return found;
        });
    }

    private static long inSixteenThreads(Function<Integer, Long> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int thread = i;
                tasks.add(() -> work.apply(thread));
            }
            long sum = 0;
            for (Future<Long> done : threads.invokeAll(tasks)) {
                sum += done.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsOnDiskIsFoundAgainAfterClosing() {
        byte[] tile = new byte[768 << 10];
        tile[12345] = 42;
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.tiles().put("tile", tile);
            caches.documents().put("document", new byte[] {1, 2});
        }
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            assertThat(caches.tiles().find("tile")).hasValue(tile);
            assertThat(caches.documents().find("document")).hasValue(new byte[] {1, 2});
        }
    }

    @Test
    void otherSharesOfTheDiskAreTakenUpAtTheNextStart() {
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("a", new byte[500_000]);
        }
        var larger = new EhcacheCaches.Sizes(
                new Tiers(4 * MB, 0, 64 * MB), Tiers.NONE, new Tiers(4 * MB, 8 * MB, 16 * MB), Tiers.heap(2 * MB));
        for (var sizes : List.of(larger, WITH_DISK)) {
            try (var caches = EhcacheCaches.open(sizes, Optional.of(directory))) {
                caches.blocks().put("b", new byte[300]);
                assertThat(caches.blocks().find("b")).hasValue(new byte[300]);
            }
        }
    }

    @Test
    void whatACrashLeftIsForgotten(@TempDir Path afterCrash) throws IOException {
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("a", new byte[500_000]);
        }
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("b", new byte[500_000]);
            copyTo(afterCrash);
        }
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(afterCrash))) {
            assertThat(caches.blocks().find("a")).isEmpty();
            assertThat(caches.blocks().find("b")).isEmpty();
            caches.blocks().put("c", new byte[3]);
        }
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(afterCrash))) {
            assertThat(caches.blocks().find("c")).hasValue(new byte[3]);
        }
    }

    private void copyTo(Path target) throws IOException {
        for (Path file : filesOnDisk()) {
            Path copy = target.resolve(directory.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "overwritten"})
    void damagedFilesOnDiskCostTheirContentAndNotTheStart(String damage) throws IOException {
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("a", new byte[500_000]);
        }
        for (Path file : filesOnDisk()) {
            if (file.endsWith("lectern.lock")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, damage.equals("truncated") ? new byte[0] : new byte[bytes.length]);
        }
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("b", new byte[] {3});
            assertThat(caches.blocks().find("b")).hasValue(new byte[] {3});
        }
    }

    @Test
    void aSecondInstanceOnTheSameDirectoryIsRefusedUntilTheFirstIsClosed() {
        var first = EhcacheCaches.open(WITH_DISK, Optional.of(directory));
        assertThatThrownBy(() -> EhcacheCaches.open(WITH_DISK, Optional.of(directory)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by another Lectern");
        first.blocks().put("a", new byte[1]);
        first.close();
        first.close();
        EhcacheCaches.open(WITH_DISK, Optional.of(directory)).close();
    }

    @Test
    void closingEndsEveryThreadOfEhcache() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> own;
        try (var caches = EhcacheCaches.open(WITH_DISK, Optional.of(directory))) {
            caches.blocks().put("a", new byte[100]);
            own = new HashSet<>(Thread.getAllStackTraces().keySet());
        }
        own.removeAll(before);
        own.removeIf(thread -> !thread.getName().startsWith("Ehcache"));
        assertThat(own).isNotEmpty();
        for (Thread thread : own) {
            thread.join(5000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void cachesThatAreOffKeepNothing() {
        try (var caches = EhcacheCaches.open(OFF, Optional.empty())) {
            caches.tiles().put("a", new byte[1]);
            assertThat(caches.tiles().find("a")).isEmpty();
            assertThat(caches.tiles().get("a", () -> new byte[2])).hasSize(2);
            caches.tiles().remove("a");
        }
    }

    @Test
    void sharesThatCannotBeBuiltAreRefusedWithTheReason() {
        assertThatThrownBy(() -> new Tiers(0, 5 * MB, 0)).hasMessageContaining("share of the heap");
        assertThatThrownBy(() -> new Tiers(MB, 5 * MB, 5 * MB)).hasMessageContaining("more bytes on disk");
        assertThatThrownBy(() -> new Tiers(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        var tooSmall = new EhcacheCaches.Sizes(Tiers.NONE, Tiers.heap(MB), Tiers.NONE, Tiers.NONE);
        assertThatThrownBy(() -> EhcacheCaches.open(tooSmall, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2098176 bytes");
    }

    @Test
    void aShareTooSmallForItsLargestValuesStillServesThem() {
        var scarce = new Tiers(MB, MB, 2 * MB);
        var sizes = new EhcacheCaches.Sizes(scarce, Tiers.NONE, scarce, scarce);
        try (var caches = EhcacheCaches.open(sizes, Optional.of(directory))) {
            for (Cache cache : List.of(caches.blocks(), caches.derivatives(), caches.documents())) {
                for (int i = 0; i < 20; i++) {
                    int length = i * 25_000;
                    assertThat(cache.get("key " + i, () -> new byte[length])).hasSize(length);
                    assertThat(cache.get("key " + i, () -> new byte[length])).hasSize(length);
                }
            }
        }
    }

    @Test
    void moreDirectMemoryThanThereIsIsRefusedWithTheReason() {
        var sizes = new EhcacheCaches.Sizes(Tiers.NONE, Tiers.NONE, new Tiers(MB, 1L << 42, 0), Tiers.NONE);
        assertThatThrownBy(() -> EhcacheCaches.open(sizes, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("caches cannot be made");
    }

    @Test
    void withoutADirectoryTheDisksShareIsIgnored() {
        assertThatCode(() -> EhcacheCaches.open(WITH_DISK, Optional.empty()).close()).doesNotThrowAnyException();
    }

    private List<Path> filesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private long bytesOnDisk() throws IOException {
        long sum = 0;
        for (Path file : filesOnDisk()) {
            sum += Files.size(file);
        }
        return sum;
    }
}
