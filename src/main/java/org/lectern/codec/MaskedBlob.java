package org.lectern.codec;

import java.time.Instant;
import org.lectern.blob.Blob;

/** A blob in which some bytes are another; not an owner of the blob. */
final class MaskedBlob implements Blob {

    private final Blob whole;
    private final long[] positions;
    private final byte other;

    /** The blob with {@code other} at each position. */
    MaskedBlob(Blob whole, long[] positions, int other) {
        this.whole = whole;
        this.positions = positions;
        this.other = (byte) other;
    }

    @Override
    public long length() {
        return whole.length();
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        int read = whole.read(at, into, from, count);
        for (long position : positions) {
            if (position >= at && position < at + read) {
                into[from + (int) (position - at)] = other;
            }
        }
        return read;
    }

    @Override
    public String validator() {
        return whole.validator();
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
