package org.lectern.jpeg2000;

import java.util.Arrays;
import org.lectern.blob.Blob;

/**
 * A run of coded bytes read through a small buffer: of a file from one position to another, or packed headers in
 * memory. A skip that leaves the buffer reads nothing of what lies between. For one thread.
 */
final class CodedBytes {

    private static final int FIRST_READ = 2 << 10;
    private static final int LONGEST_READ = 32 << 10;
    private static final int MARKER = 0xff;
    private static final Source NOWHERE = (at, into, from, count) -> -1;

    private Source source;
    private byte[] buffer;
    private int next;
    private int filled;
    private long start; // of the buffer
    private long end;
    private int wanted = FIRST_READ;

    private CodedBytes(Source source, byte[] buffer, int filled) {
        this.source = source;
        this.buffer = buffer;
        this.filled = filled;
        end = filled;
    }

    /** Bytes of a file; none before {@link #seek}. */
    static CodedBytes of(Blob blob) {
        return new CodedBytes(blob::read, new byte[0], 0);
    }

    /** Goes on with another handle of the same file. */
    void resume(Blob blob) {
        source = blob::read;
    }

    /** Lets go of the file, and keeps of the buffer what is still to be read. */
    void rest() {
        source = NOWHERE;
        buffer = Arrays.copyOfRange(buffer, next, filled);
        start += next;
        next = 0;
        filled = buffer.length;
        wanted = FIRST_READ;
    }

    /** Gives back the buffer: nothing is to be read any more. */
    void drop() {
        buffer = new byte[0];
        start += next;
        next = 0;
        filled = 0;
    }

    /** Bytes of heap. */
    int weight() {
        return 100 + buffer.length;
    }

    /** Bytes in memory, positions counted from their first. */
    static CodedBytes of(byte[] bytes) {
        return new CodedBytes(NOWHERE, bytes, bytes.length);
    }

    @FunctionalInterface
    private interface Source {
        int read(long at, byte[] into, int from, int count);
    }

    /**
     * Goes elsewhere; reads nothing yet.
     *
     * @param to behind the last byte there is
     */
    void seek(long at, long to) {
        end = to;
        if (at >= start && at <= start + filled) {
            next = (int) (at - start);
            return;
        }
        start = at;
        next = 0;
        filled = 0;
        wanted = FIRST_READ;
    }

    long position() {
        return start + next;
    }

    long end() {
        return end;
    }

    /** The next byte, or -1 at the end. */
    int read() {
        if (next == filled || position() >= end) {
            return more(1) ? buffer[next++] & 0xff : -1;
        }
        return buffer[next++] & 0xff;
    }

    /** Skips a marker and what belongs to it, when it comes next; the end may cut it. */
    void skipMarker(int code, int length) {
        if (!more(1) || (buffer[next] & 0xff) != MARKER) {
            return;
        }
        if (!more(2) || (buffer[next + 1] & 0xff) == code) {
            seek(Math.min(end, position() + length), end);
        }
    }

    private boolean more(int count) {
        if (end - position() < count) {
            return false;
        }
        while (filled - next < count) {
            if (!refill()) {
                return false;
            }
        }
        return true;
    }

    private boolean refill() {
        int kept = filled - next;
        if (buffer.length < kept + wanted) {
            buffer = Arrays.copyOf(buffer, kept + wanted);
        }
        System.arraycopy(buffer, next, buffer, 0, kept);
        start += next;
        next = 0;
        filled = kept;
        int count = (int) Math.min(wanted, end - start - kept);
        int got = count <= 0 ? -1 : source.read(start + kept, buffer, kept, count);
        filled += Math.max(0, got);
        wanted = Math.min(LONGEST_READ, 2 * wanted);
        return got > 0;
    }
}
