package org.lectern.blob;

import java.time.Instant;
import java.util.Arrays;

/** A blob in memory, for tests; knows whether it has been closed since it was last read. */
public final class BytesBlob implements Blob {

    private final String name;
    private final byte[] bytes;
    private boolean open;
    private long read;

    public BytesBlob(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        open = true;
        if (at >= bytes.length) {
            return -1;
        }
        int n = (int) Math.min(count, bytes.length - at);
        System.arraycopy(bytes, (int) at, into, from, n);
        read += n;
        return n;
    }

    /** How many bytes have been read so far. */
    public long bytesRead() {
        return read;
    }

    public boolean isOpen() {
        return open;
    }

    @Override
    public String validator() {
        return Validators.of(name, Integer.toString(Arrays.hashCode(bytes)));
    }

    @Override
    public Instant modified() {
        return Instant.EPOCH;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        open = false;
    }
}
