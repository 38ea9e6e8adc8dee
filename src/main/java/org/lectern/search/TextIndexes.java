package org.lectern.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lectern.core.IiifException;

/**
 * The indexes of all books that were ever searched. One is made when it is first needed, in the background, and kept
 * on disk under the validator of its text; those unused for longest go when there are too many bytes. Thread-safe.
 */
public final class TextIndexes implements AutoCloseable {

    /**
     * Over a folder.
     *
     * @param folder of its own; made when it is not there; what it finds broken in it is made again
     * @param mostBytes of all indexes together
     */
    public TextIndexes(Path folder, long mostBytes) {}

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
        throw new UnsupportedOperationException("nothing is searched yet");
    }

    /**
     * The words of a book that begin so, by alphabet.
     *
     * @param beginning as typed, folded here
     * @param least how often a word must stand there
     * @param limit how many at most
     * @throws IiifException.Busy as for {@link #search}
     */
    public List<Suggestion> suggest(BookText book, String beginning, int least, int limit, Duration patience) {
        throw new UnsupportedOperationException("nothing is suggested yet");
    }

    /** The indexes that are being made just now. */
    public List<Progress> progress() {
        return List.of();
    }

    /** Stops what is being made and gives the files back. */
    @Override
    public void close() {}
}
