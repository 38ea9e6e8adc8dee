package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of all books that were ever searched. One is made when it is first needed, in the background, and kept
 * on disk under the validator of its text; those unused for longest go when there are too many bytes. Thread-safe.
 */
public final class TextIndexes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TextIndexes.class);
    private static final int MOST_OPEN = 16;
    private static final int MOST_LOOKED_AT = 200; // words that a beginning of several is tried with

    private final IndexFolders folders;
    private final long mostBytes;
    private final Builds builds;
    private final Map<String, OpenIndex> open = new LinkedHashMap<>(16, 0.75f, true); // guarded by itself
    private boolean isClosed; // guarded by open

    /**
     * Over a folder.
     *
     * @param folder of its own; made when it is not there; what it finds broken in it is made again
     * @param mostBytes of all indexes together
     */
    public TextIndexes(Path folder, long mostBytes) {
        this.folders = new IndexFolders(Objects.requireNonNull(folder));
        this.mostBytes = mostBytes;
        this.builds = new Builds(folders, this::made);
    }

    /**
     * How far an index is.
     *
     * @param validator of the text
     * @param done pages read
     * @param pages of the book
     */
    public record Progress(String validator, int done, int pages) {}

    /**
     * Searches a book; makes its index first when there is none.
     *
     * @param from index of the first hit wanted, from 0
     * @param limit how many at most
     * @param patience how long to wait for an index that is being made
     * @throws IiifException.Busy when the index is not ready by then; its message says how far it is
     */
    public Found search(BookText book, TextQuery query, int from, int limit, Duration patience) {
        if (query.isEmpty() || book.pages() == 0) {
            return new Found(0, from, List.of());
        }
        return with(book, patience, index -> index.find(query, from, limit));
    }

    /**
     * The words of a book that begin so, by alphabet. Of a beginning of several words the last is completed, and only
     * to what stands behind the others somewhere in the book.
     *
     * @param beginning as typed, folded here
     * @param least how often a word must stand there
     * @param limit how many at most
     * @throws IiifException.Busy as for {@link #search}
     */
    public List<Suggestion> suggest(BookText book, String beginning, int least, int limit, Duration patience) {
        List<String> words = Folding.tokens(beginning);
        if (words.isEmpty() || book.pages() == 0) {
            return List.of();
        }
        if (words.size() == 1) {
            return with(book, patience, index -> index.words(words.get(0), least, limit));
        }
        return with(book, patience, index -> continued(index, words, least, limit));
    }

    private static List<Suggestion> continued(OpenIndex index, List<String> words, int least, int limit)
            throws IOException {
        List<String> before = words.subList(0, words.size() - 1);
        List<Suggestion> suggestions = new ArrayList<>();
        for (Suggestion last : index.words(words.get(words.size() - 1), least, MOST_LOOKED_AT)) {
            List<String> phrase = new ArrayList<>(before);
            phrase.addAll(Folding.tokens(last.word()));
            int count = index.find(new TextQuery(List.of(new TextQuery.Phrase(phrase, false))), 0, 0).total();
            if (count >= Math.max(1, least) && suggestions.size() < limit) {
                suggestions.add(new Suggestion(String.join(" ", before) + " " + last.word(), count));
            }
        }
        return suggestions;
    }

    /** The indexes that are being made just now. */
    public List<Progress> progress() {
        return builds.progress();
    }

    /** Stops what is being made and gives the files back. */
    @Override
    public void close() {
        builds.close();
        synchronized (open) {
            isClosed = true;
            open.values().forEach(TextIndexes::close);
            open.clear();
        }
    }

    /** What is done with an index. */
    private interface Use<T> {
        T of(OpenIndex index) throws IOException;
    }

    private <T> T with(BookText book, Duration patience, Use<T> use) {
        OpenIndex index = acquired(book, patience);
        try {
            return use.of(index);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of a book cannot be read", e);
        } finally {
            release(index);
        }
    }

    private OpenIndex acquired(BookText book, Duration patience) {
        Optional<OpenIndex> known = known(book.validator());
        if (known.isPresent()) {
            return known.get();
        }
        builds.await(book, patience);
        return known(book.validator()).orElseThrow(() -> new IiifException.Busy(
                "The index of this book has just been put away; try again.", Builds.RETRY));
    }

    /** The index of a text, if it lies there, ready to be used. What cannot be opened is thrown away. */
    private Optional<OpenIndex> known(String validator) {
        synchronized (open) {
            if (isClosed) {
                throw new IllegalStateException("the indexes are closed");
            }
            OpenIndex index = open.get(validator);
            if (index == null && Files.isDirectory(folders.of(validator))) {
                index = opened(validator).orElse(null);
            }
            return Optional.ofNullable(index).filter(OpenIndex::acquire);
        }
    }

    private Optional<OpenIndex> opened(String validator) {
        try {
            OpenIndex index = OpenIndex.open(folders.of(validator));
            folders.touch(validator);
            open.put(validator, index);
            if (open.size() > MOST_OPEN) {
                String eldest = open.keySet().iterator().next();
                close(open.remove(eldest));
            }
            return Optional.of(index);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("an index is broken and is made again", e);
            discard(validator);
            return Optional.empty();
        }
    }

    private void discard(String validator) {
        try {
            IndexFolders.delete(folders.of(validator));
        } catch (IOException e) {
            throw new UncheckedIOException("a broken index cannot be removed", e);
        }
    }

    /** Opens what was just made, so that it is not among those that have to go for it. */
    private void made(String validator) {
        synchronized (open) {
            opened(validator);
            List<Path> used = open.keySet().stream().map(folders::of).toList();
            try {
                folders.shrink(mostBytes, used::contains);
            } catch (IOException e) {
                LOG.warn("old indexes cannot be removed", e);
            }
        }
    }

    private static void release(OpenIndex index) {
        try {
            index.release();
        } catch (IOException e) {
            LOG.warn("an index cannot be closed", e);
        }
    }

    private static void close(OpenIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            LOG.warn("an index cannot be closed", e);
        }
    }
}
