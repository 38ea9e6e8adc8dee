package org.lectern.text;

import org.lectern.core.IiifException;

/** Counts the pages of a file while they are handed over. For one thread. */
final class Pages {

    private static final int MOST = 100_000;

    private final String file;
    private final TextReaders.Sink sink;
    private int handed;
    private boolean isEnough;

    Pages(String file, TextReaders.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** The next page of the file. */
    void add(PageText page) {
        if (handed == MOST) {
            throw new IiifException.TooLarge("'" + file + "' has more than " + MOST + " pages.");
        }
        isEnough = !sink.page(handed++, page);
    }

    /** Whether the rest need not be read. */
    boolean isEnough() {
        return isEnough;
    }

    /** Refuses a file without a page: it is of another form than was said. */
    void end(String page) {
        if (handed == 0) {
            throw new IiifException.Broken("'" + file + "' holds no page: it should have " + page + ".");
        }
    }
}
