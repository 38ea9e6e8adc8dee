package org.lectern.codec;

import java.time.Duration;
import java.time.Instant;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * A part of a blob as a file of its own, for a reader that may run in circles: after a time no byte
 * more is to be had, nor once the thread is interrupted.
 */
final class SliceBlob implements Blob {

    private final Blob whole;
    private final long start;
    private final long length;
    private final long deadline;

    /** The part from {@code start} on, readable for as long as {@code allowed}. */
    SliceBlob(Blob whole, long start, long length, Duration allowed) {
        this.whole = whole;
        this.start = start;
        this.length = Math.min(length, whole.length() - start);
        this.deadline = System.nanoTime() + allowed.toNanos();
    }

    /** Throws when the time has passed. */
    void check() {
        if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadline > 0) {
            throw new IiifException.Broken(
                    "'" + whole.name() + "' takes too long to read; it may be broken, or made to take long.");
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        check();
        return at >= length ? -1 : whole.read(start + at, into, from, (int) Math.min(count, length - at));
    }

    @Override
    public String validator() {
        return whole.validator() + "@" + start;
    }

    @Override
    public Instant modified() {
        return whole.modified();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public void close() {
        // whoever made the whole closes it
    }
}
