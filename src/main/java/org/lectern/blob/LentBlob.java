package org.lectern.blob;

import java.time.Instant;
import java.util.Objects;

/**
 * A blob that whoever reads it may close as often as it likes: the one behind it stays open, for the next reader.
 * Who lends it closes it at the end.
 */
public final class LentBlob implements Blob {

    private final Blob lent;

    /** Lends a blob. */
    public LentBlob(Blob lent) {
        this.lent = Objects.requireNonNull(lent);
    }

    @Override
    public long length() {
        return lent.length();
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        return lent.read(at, into, from, count);
    }

    @Override
    public String validator() {
        return lent.validator();
    }

    @Override
    public Instant modified() {
        return lent.modified();
    }

    @Override
    public String name() {
        return lent.name();
    }

    @Override
    public void close() {
        // It is not ours to close.
    }
}
