package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that are being made, one after the other on a thread of its own. All who want the same one wait for the
 * same making. One that fails is not tried again for a while.
 */
final class Builds implements AutoCloseable {

    static final Duration RETRY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(30); // that a making failed
    private static final int CLOSING = 20; // seconds

    private final IndexFolders folders;
    private final Consumer<String> made;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(this::daemon);
    private final Map<String, Build> builds = new HashMap<>(); // guarded by itself
    private volatile boolean isClosed;
    private volatile Optional<Thread> worker = Optional.empty();

    /**
     * Into these folders.
     *
     * @param made told the validator of each index that is finished
     */
    Builds(IndexFolders folders, Consumer<String> made) {
        this.folders = folders;
        this.made = made;
    }

    /** One making. */
    private static final class Build {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final AtomicInteger done = new AtomicInteger();
        private final int pages;
        private volatile Instant failed = Instant.MAX;

        Build(int pages) {
            this.pages = pages;
        }

        boolean isForgotten() {
            return Instant.now().isAfter(failed == Instant.MAX ? failed : failed.plus(REMEMBERED));
        }
    }

    /**
     * Waits until the index of a book is there.
     *
     * @throws IiifException.Busy when that takes longer
     */
    void await(BookText book, Duration patience) {
        Build build = started(book);
        try {
            build.end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IiifException.Busy("The text of this book is being indexed: " + build.done.get() + " of "
                    + build.pages + " pages are read; try again in a moment.", RETRY);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IiifException.Busy("The server is stopping; try again in a moment.", RETRY);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof IiifException known) {
            return known;
        }
        if (cause instanceof CancellationException) {
            return new IiifException.Busy("The server is stopping; try again in a moment.", RETRY);
        }
        return new IllegalStateException("an index could not be made", cause);
    }

    private Build started(BookText book) {
        synchronized (builds) {
            builds.values().removeIf(Build::isForgotten);
            Build known = builds.get(book.validator());
            if (known != null) {
                return known;
            }
            Build build = new Build(book.pages());
            builds.put(book.validator(), build);
            thread.execute(() -> run(book, build));
            return build;
        }
    }

    private void run(BookText book, Build build) {
        try {
            make(book, build);
            synchronized (builds) {
                builds.remove(book.validator());
            }
            build.end.complete(null);
        } catch (IOException e) {
            fail(build, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            fail(build, e);
        } catch (Error e) {
            fail(build, new IllegalStateException(e));
            throw e;
        }
    }

    private void fail(Build build, RuntimeException failure) {
        if (!isClosed) {
            LOG.warn("an index could not be made", failure);
        }
        build.failed = Instant.now();
        build.end.completeExceptionally(failure);
    }

    private void make(BookText book, Build build) throws IOException {
        Path half = folders.half(book.validator());
        try {
            new IndexWriting(half, build.done::incrementAndGet, () -> isClosed).write(book);
            folders.finish(half, book.validator());
        } finally {
            IndexFolders.delete(half);
        }
        made.accept(book.validator());
    }

    List<TextIndexes.Progress> progress() {
        synchronized (builds) {
            return builds.entrySet().stream()
                    .filter(entry -> !entry.getValue().end.isDone())
                    .map(entry -> new TextIndexes.Progress(
                            entry.getKey(), entry.getValue().done.get(), entry.getValue().pages))
                    .toList();
        }
    }

    /** Ends what is being made; nothing of it is left. */
    @Override
    public void close() {
        isClosed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING, TimeUnit.SECONDS)) {
                LOG.warn("an index is still being made");
            } else if (worker.isPresent()) {
                worker.get().join(); // its work is over, and soon it is
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread daemon(Runnable work) {
        Thread one = new Thread(work, "lectern-index");
        one.setDaemon(true);
        worker = Optional.of(one);
        return one;
    }
}
