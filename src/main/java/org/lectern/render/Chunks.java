package org.lectern.render;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lectern.core.IiifException;

/** Takes encoded bytes, piece by piece: growing copies nothing, unlike one array that doubles. For one thread. */
final class Chunks extends OutputStream {

    private static final int FIRST = 1 << 15;
    private static final int LARGEST = 1 << 22;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] current = new byte[FIRST];
    private int filled; // of the current chunk
    private long before; // bytes in full chunks

    @Override
    public void write(int value) {
        if (filled == current.length) {
            next();
        }
        current[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        Objects.checkFromIndexSize(from, count, bytes.length);
        for (int done = 0; done < count; ) {
            if (filled == current.length) {
                next();
            }
            int n = Math.min(count - done, current.length - filled);
            System.arraycopy(bytes, from + done, current, filled, n);
            filled += n;
            done += n;
        }
    }

    private void next() {
        full.add(current);
        before += current.length;
        current = new byte[Math.min(LARGEST, current.length * 2)];
        filled = 0;
    }

    /**
     * All bytes written.
     *
     * @throws IiifException.TooLarge when no array holds them
     */
    byte[] toBytes() {
        if (before + filled > Integer.MAX_VALUE - 64L) {
            throw new IiifException.TooLarge("The encoded picture has " + (before + filled)
                    + " bytes, more than one answer can have here; ask for a smaller size.");
        }
        byte[] all = new byte[(int) (before + filled)];
        int at = 0;
        for (byte[] chunk : full) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        System.arraycopy(current, 0, all, at, filled);
        return all;
    }
}
