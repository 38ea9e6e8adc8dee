package org.lectern.blob;

import java.time.Instant;
import java.util.Arrays;
import org.lectern.core.IiifException;

/**
 * Bytes of one source file, read by position. Read-only by construction: there is no way to write.
 *
 * <p>A blob is a light handle: making one opens nothing that must be closed. The first read opens
 * what it needs; {@link #close()} gives that back, and a later read opens it again. Who is handed a
 * blob and reads it closes it when the operation is done ({@code try (blob)}).
 *
 * <p>For one thread at a time.
 */
public interface Blob extends AutoCloseable {

    /** Length in bytes. */
    long length();

    /**
     * Reads up to {@code count} bytes at position {@code at}.
     *
     * @param at position of the first byte, 0 or more
     * @param into where they go
     * @param from index of the first in {@code into}
     * @param count how many at most, 1 or more
     * @return how many were read, at least 1; or -1 at or behind the end
     * @throws IiifException.Broken when the file cannot be read there (cut short, a member that does not inflate)
     * @throws IiifException.Missing when the file has gone
     * @throws IiifException.Unreachable when a server behind it fails
     */
    int read(long at, byte[] into, int from, int count);

    /**
     * Changes when the bytes change: identity, length and time of change of the file (and of the
     * member in it), hashed. Safe in a cache key and an ETag; tells nothing of the host's paths.
     */
    String validator();

    /** When the bytes last changed, to the second. */
    Instant modified();

    /** The file's own name, without folders; only a hint, for messages and downloads. */
    String name();

    @Override
    void close();

    /**
     * The first bytes, fewer when the file is shorter.
     *
     * @param count how many are wanted
     */
    default byte[] head(int count) {
        byte[] bytes = new byte[(int) Math.min(count, length())];
        int filled = fill(0, bytes);
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    /**
     * Exactly these bytes.
     *
     * @param at position of the first byte
     * @param count how many
     * @throws IiifException.Broken when the file ends before
     */
    default byte[] bytes(long at, int count) {
        if (at < 0 || count < 0 || at > length() - count) {
            throw new IiifException.Broken(
                    "'" + name() + "' is cut short: it ends before byte " + at + " + " + count + ".");
        }
        byte[] bytes = new byte[count];
        if (fill(at, bytes) < count) {
            throw new IiifException.Broken("'" + name() + "' became shorter while it was read.");
        }
        return bytes;
    }

    private int fill(long at, byte[] bytes) {
        int filled = 0;
        while (filled < bytes.length) {
            int n = read(at + filled, bytes, filled, bytes.length - filled);
            if (n < 0) {
                return filled;
            }
            filled += n;
        }
        return filled;
    }
}
