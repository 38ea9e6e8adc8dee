package org.lectern.jpeg2000;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * The bytes of a blob between two positions, read forward through a buffer, big-endian. What is skipped is not read;
 * what is read one after the other, or nearly, comes in growing portions. Leaves the blob open. For one thread.
 */
final class BlobBytes {

    private static final int MOST = 1 << 13;

    private final Blob blob;
    private final long end;
    private final int least;
    private byte[] buffer = {};
    private long bufferAt; // position of the buffer's first byte
    private int buffered;
    private long at;

    /**
     * Over a part of a blob.
     *
     * @param at where to begin
     * @param end behind the last byte; cut to the blob's end
     * @param least bytes to fetch at first and after a longer skip
     */
    BlobBytes(Blob blob, long at, long end, int least) {
        this.blob = blob;
        this.end = Math.min(end, blob.length());
        this.least = least;
        this.at = at;
        this.bufferAt = at;
    }

    long position() {
        return at;
    }

    /** Bytes up to the end; none behind it. */
    long remaining() {
        return Math.max(0, end - at);
    }

    /** Goes to a position, which may lie behind the end as long as nothing is read there. */
    void seek(long position) {
        at = position;
    }

    int u8() {
        if (at < bufferAt || at >= bufferAt + buffered) {
            fetch();
        }
        return buffer[(int) (at++ - bufferAt)] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    /** 64 bits; negative from 2^63. */
    long u64() {
        return u32() << 32 | u32();
    }

    /**
     * The next bytes.
     *
     * @throws IiifException.Broken when there are not so many; before anything is allocated
     */
    byte[] bytes(int count) {
        if (count > remaining()) {
            throw early();
        }
        byte[] bytes = new byte[count];
        int held = at < bufferAt ? 0 : (int) Math.max(0, Math.min(count, bufferAt + buffered - at));
        if (held > 0) {
            System.arraycopy(buffer, (int) (at - bufferAt), bytes, 0, held);
        }
        for (int n = held; n < count;) {
            n += read(at + n, bytes, n, count - n);
        }
        at += count;
        return bytes;
    }

    private void fetch() {
        if (at >= end) {
            throw early();
        }
        long skipped = at - bufferAt - buffered;
        boolean onward = skipped >= 0 && skipped <= buffered;
        int wanted = (int) Math.min(onward ? Math.min(MOST, Math.max(least, 2L * buffered)) : least, end - at);
        if (buffer.length < wanted) {
            buffer = new byte[wanted];
        }
        buffered = 0;
        buffered = read(at, buffer, 0, wanted);
        bufferAt = at;
    }

    private int read(long from, byte[] into, int index, int count) {
        int n = blob.read(from, into, index, count);
        if (n < 1) {
            throw early();
        }
        return n;
    }

    private IiifException.Broken early() {
        return Faults.broken("it ends early, at byte " + end);
    }
}
