package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * Files drawn from all features of Part 1 are read as they were meant, at every level and in any rectangle. More of them
 * are read with {@code -Dlectern.seeds=5000}, others with {@code -Dlectern.seeds.from=100000}.
 */
class RandomFilesTest {

    private static final int SEEDS = Integer.getInteger("lectern.seeds", 80);
    private static final int FROM = Integer.getInteger("lectern.seeds.from", 0);
    private static final int BATCH = 20;
    private static final int THREADS = 4;
    private static final int RECTANGLES = 60; // of a thread in a batch
    private static final long INDEX = 8 << 20;

    /** A file and its whole levels. */
    private record Read(RandomEncodings.Sample sample, byte[] file, List<WholeLevel> levels) {

        static Read of(Jpeg2000Reader reader, RandomEncodings.Sample sample) {
            byte[] bytes = sample.file();
            Jp2File file = reader.file(blob(sample, bytes));
            List<WholeLevel> levels = new ArrayList<>();
            for (int halvings = 0; halvings <= file.halvings(); halvings++) {
                levels.add(WholeLevel.read(reader, blob(sample, bytes), halvings, file.size(halvings).bounds()));
            }
            return new Read(sample, bytes, levels);
        }

        private static BytesBlob blob(RandomEncodings.Sample sample, byte[] bytes) {
            return new BytesBlob("seed " + sample.seed(), bytes);
        }

        BytesBlob blob() {
            return blob(sample, file);
        }
    }

    @Test
    void everyLevelOfALosslessFileIsThatOfItsSource() {
        var reader = new Jpeg2000Reader(INDEX, 0);
        int picked = 0;
        for (int seed = FROM; seed < FROM + SEEDS; seed++) {
            RandomEncodings.Sample sample = RandomEncodings.exact(seed);
            if (isEmpty(sample)) {
                continue;
            }
            List<WholeLevel> levels = reading(sample, () -> Read.of(reader, sample)).levels();
            for (int halvings = 0; halvings < levels.size(); halvings++) {
                var shown = new ShownLevel(sample.picture(), sample.encoding(), halvings);
                picked += shown.isPicked() ? 1 : 0;
                for (int c = 0; c < sample.picture().planes().size(); c++) {
                    assertThat(farthest(levels.get(halvings), shown, c))
                            .as("component %d after %d halvings of %s", c, halvings, sample).isZero();
                }
            }
        }
        assertThat(picked).as("levels that a tile has not").isPositive();
    }

    @Test
    void lossyFileIsNearItsSource() {
        var reader = new Jpeg2000Reader(INDEX, 0);
        int compared = 0;
        for (int seed = FROM; seed < FROM + SEEDS; seed++) {
            RandomEncodings.Sample sample = RandomEncodings.of(seed);
            if (sample.isExact() || isEmpty(sample)) {
                continue;
            }
            WholeLevel whole = reading(sample, () -> Read.of(reader, sample)).levels().get(0);
            var shown = new ShownLevel(sample.picture(), sample.encoding(), 0);
            for (int c = 0; c < whole.components() && sample.isWhole(); c++) {
                assertThat(farthest(whole, shown, c)).as("component %d of %s", c, sample)
                        .isLessThanOrEqualTo(sample.bound(c));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void fileWithoutASampleIsRefused() {
        RandomEncodings.Sample sample = RandomEncodings.exact(1154);
        assertThat(isEmpty(sample)).isTrue();
        assertThatThrownBy(() -> new Jpeg2000Reader(INDEX, 0).file(new BytesBlob("empty", sample.file())))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("no component has a sample");
    }

    private static boolean isEmpty(RandomEncodings.Sample sample) {
        return sample.picture().planes().stream().allMatch(plane -> plane.samples().length == 0);
    }

    @Test
    void everyRectangleIsThatOfTheWholeLevelWhoeverElseReads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int from = FROM; from < FROM + SEEDS; from += BATCH) {
                readAtOnce(threads, from, new Jpeg2000Reader(INDEX, 0));
                readAtOnce(threads, from, new Jpeg2000Reader(INDEX, 64 << 20));
                readAtOnce(threads, from, new Jpeg2000Reader(20_000, 200_000));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void readAtOnce(ExecutorService threads, int from, Jpeg2000Reader reader) throws Exception {
        var first = new Jpeg2000Reader(INDEX, 0);
        List<Read> files = new ArrayList<>();
        for (int seed = from; files.size() < BATCH; seed++) {
            RandomEncodings.Sample sample = RandomEncodings.of(seed);
            if (isEmpty(sample)) {
                continue;
            }
            files.add(reading(sample, () -> Read.of(first, sample)));
        }
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new Random(from * 31L + thread);
            work.add(() -> {
                for (int i = 0; i < RECTANGLES; i++) {
                    rectangle(reader, files.get(random.nextInt(BATCH)), random);
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
    }

    private static void rectangle(Jpeg2000Reader reader, Read read, Random random) {
        int halvings = random.nextInt(read.levels().size());
        WholeLevel whole = read.levels().get(halvings);
        Rect region = region(random, whole.size());
        boolean same = reading(read.sample(),
                () -> whole.agrees(WholeLevel.read(reader, read.blob(), halvings, region)));
        assertThat(same).as("%s after %d halvings of %s", region, halvings, read.sample()).isTrue();
    }

    /** Anywhere; every third touches the right and lower edges. */
    private static Rect region(Random random, Dimensions size) {
        int width = 1 + random.nextInt(random.nextInt(3) == 0 ? size.width() : Math.min(9, size.width()));
        int height = 1 + random.nextInt(random.nextInt(3) == 0 ? size.height() : Math.min(9, size.height()));
        boolean edge = random.nextInt(3) == 0;
        return new Rect(edge ? size.width() - width : random.nextInt(size.width() - width + 1),
                edge ? size.height() - height : random.nextInt(size.height() - height + 1), width, height);
    }

    private static int farthest(WholeLevel level, ShownLevel shown, int component) {
        int farthest = 0;
        for (int y = 0; y < level.size().height(); y++) {
            for (int x = 0; x < level.size().width(); x++) {
                farthest = Math.max(farthest,
                        Math.abs(level.sample(component, x, y) - shown.sample(component, x, y)));
            }
        }
        return farthest;
    }

    /** With the seed beside what is thrown. */
    private static <T> T reading(RandomEncodings.Sample sample, Callable<T> reading) {
        try {
            return reading.call();
        } catch (Exception | AssertionError e) {
            throw new AssertionError(sample.toString(), e);
        }
    }
}
