package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/** What is asked for bounds the work, not what a file claims. */
class GreedyFilesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(15); // far above what it takes, for slow machines
    private static final long MOST_ALLOCATED = 400L << 20; // live or not
    private static final int SMALL_FILE = 100_000;
    private static final int MOST_COMPONENTS = 3;

    @TestFactory
    Stream<DynamicTest> greedyFileTakesWhatIsAskedForAlone() {
        return GreedyFiles.all().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () ->
                assertTimeoutPreemptively(DEADLINE, () -> {
                    long allocated = allocatedBy(file.getValue());
                    if (file.getValue().length <= SMALL_FILE) {
                        assertThat(allocated).isLessThan(MOST_ALLOCATED);
                    }
                })));
    }

    private static long allocatedBy(byte[] bytes) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        var reader = new Jpeg2000Reader(1 << 20, 1 << 20);
        var blob = new BytesBlob("greedy", bytes);
        try {
            Jp2File file = reader.file(blob);
            middle(reader, blob, file.halvings(), 512);
            middle(reader, blob, 0, 64);
        } catch (IiifException.TooLarge | IiifException.Unsupported refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static void middle(Jpeg2000Reader reader, BytesBlob blob, int halvings, int side) {
        Jp2File file = reader.file(blob);
        Dimensions size = file.size(halvings);
        int width = Math.min(side, size.width());
        int height = Math.min(side, size.height());
        List<Integer> components =
                IntStream.range(0, Math.min(MOST_COMPONENTS, file.components().size())).boxed().toList();
        reader.read(blob, halvings, new Rect((size.width() - width) / 2, (size.height() - height) / 2, width, height),
                components, (place, samples) -> {});
    }
}
