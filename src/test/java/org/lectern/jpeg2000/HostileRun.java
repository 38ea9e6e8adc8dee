package org.lectern.jpeg2000;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lectern.blob.FileBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * Reads files one after the other, each at full size and at its smallest, and tells of each on a line how it ended. A
 * process of its own: what is out of memory or hangs takes nothing else along.
 */
final class HostileRun {

    /** A picture, or a refusal of the room's; {@code Costly}: its caller's, as a server does, for what it would take. */
    static final Set<String> GOOD_ENDINGS = Set.of("picture", "Broken", "TooLarge", "Unsupported", "Costly");

    private static final int MOST_SIDE = 4096; // a picture may be honestly large: a caller asks for parts of that
    private static final long MOST_COST = 100L << 20;
    private static final int DEADLINE_SECONDS = 20;
    private static final int CLOSE = 1_500; // millis, then a second try tells a slow file from a busy machine
    private static final int WARM_UPS = 30;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        var reading = new Thread(work, "reading");
        reading.setDaemon(true);
        return reading;
    });

    /**
     * One line.
     *
     * @param millis wall clock
     * @param kilobytes allocated in all, live or not
     */
    record Outcome(String path, String ending, long millis, long kilobytes, String said) {

        static Outcome parse(String line) {
            String[] cells = line.split("\t");
            return new Outcome(cells[0], cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3]),
                    cells.length > 4 ? cells[4] : "");
        }

        String line() {
            return String.join("\t", path, ending, Long.toString(millis), Long.toString(kilobytes),
                    said.replaceAll("\\s+", " "));
        }
    }

    /** With the folder of the corpus and paths in it. */
    public static void main(String[] arguments) {
        var run = new HostileRun();
        Path corpus = Path.of(arguments[0]);
        List<String> paths = Arrays.asList(arguments).subList(1, arguments.length);
        for (int i = 0; i < WARM_UPS; i++) {
            run.read(corpus, paths.get(i % paths.size()));
        }
        for (String path : paths) {
            Outcome outcome = run.read(corpus, path);
            if (outcome.millis > CLOSE) {
                outcome = run.read(corpus, path);
            }
            System.out.println(outcome.line());
        }
        System.exit(0);
    }

    private Outcome read(Path corpus, String path) {
        long from = System.nanoTime();
        Future<Outcome> reading = executor.submit(() -> measured(path, () -> both(corpus.resolve(path))));
        try {
            return reading.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            String where = Thread.getAllStackTraces().entrySet().stream()
                    .filter(entry -> entry.getKey().getName().equals("reading"))
                    .map(entry -> Arrays.toString(entry.getValue())).findFirst().orElse("?");
            System.out.println(new Outcome(path, "hangs", (System.nanoTime() - from) / 1_000_000, 0, where).line());
            System.exit(1);
            throw new IllegalStateException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private Outcome measured(String path, Callable<String> reading) {
        long bytes = thread.getCurrentThreadAllocatedBytes();
        long from = System.nanoTime();
        String ending;
        String said = "";
        try {
            ending = reading.call();
        } catch (IiifException e) {
            ending = e.getClass().getSimpleName();
            said = e.getMessage();
        } catch (Exception | StackOverflowError e) {
            ending = e.getClass().getSimpleName();
            said = e.getMessage() + " " + Arrays.stream(e.getStackTrace()).limit(5).toList();
        }
        long millis = (System.nanoTime() - from) / 1_000_000;
        return new Outcome(path, ending, millis, thread.getCurrentThreadAllocatedBytes() - bytes >> 10, said);
    }

    private static String both(Path file) {
        var reader = new Jpeg2000Reader(4 << 20, 4 << 20);
        var blob = FileBlob.of(file, file.toString());
        try (blob) {
            Jp2File head = reader.file(blob);
            String whole = part(reader, blob, head, 0);
            return head.halvings() == 0 ? whole : worse(whole, part(reader, blob, head, head.halvings()));
        }
    }

    private static String worse(String one, String other) {
        return one.equals("picture") ? other : one;
    }

    private static String part(Jpeg2000Reader reader, FileBlob blob, Jp2File head, int halvings) {
        Dimensions size = head.size(halvings);
        var region = new Rect(0, 0, Math.min(MOST_SIDE, size.width()), Math.min(MOST_SIDE, size.height()));
        if (Jpeg2000Reader.cost(region, head.components().size()) > MOST_COST) {
            return "Costly";
        }
        reader.read(blob, halvings, region, (place, components) -> {});
        return "picture";
    }
}
