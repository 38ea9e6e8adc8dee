package org.lectern.codec;

import java.time.Instant;
import org.lectern.blob.Blob;

/**
 * Bytes in memory that a reader wants to see as a file.
 *
 * @param bytes all of it
 * @param name for messages
 */
record HeldBlob(byte[] bytes, String name) implements Blob {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        if (at >= bytes.length) {
            return -1;
        }
        int n = (int) Math.min(count, bytes.length - at);
        System.arraycopy(bytes, (int) at, into, from, n);
        return n;
    }

    @Override
    public String validator() {
        return name;
    }

    @Override
    public Instant modified() {
        return Instant.EPOCH;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
