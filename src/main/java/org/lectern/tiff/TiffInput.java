package org.lectern.tiff;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** Numbers of a TIFF file by position, in the file's byte order, through a small window. For one thread. */
final class TiffInput {

    private static final int WINDOW = 4096; // directories are small and far apart

    private final Blob blob;
    private final boolean bigEndian;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int filled;

    TiffInput(Blob blob, boolean bigEndian) {
        this.blob = blob;
        this.bigEndian = bigEndian;
    }

    long length() {
        return blob.length();
    }

    boolean bigEndian() {
        return bigEndian;
    }

    /** An unsigned number of 1, 2 or 4 bytes, or the 8 bytes of a long. */
    long number(long at, int bytes) {
        require(at, bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long octet = octet(at + i);
            value = bigEndian ? value << 8 | octet : value | octet << 8 * i;
        }
        return value;
    }

    /** A copy of some bytes. */
    byte[] bytes(long at, int count) {
        require(at, count);
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            int n = blob.read(at + done, bytes, done, count - done);
            if (n < 0) {
                throw cutShort(at + done);
            }
            done += n;
        }
        return bytes;
    }

    private int octet(long at) {
        if (at < windowAt || at >= windowAt + filled) {
            windowAt = at;
            filled = Math.max(0, blob.read(at, window, 0, WINDOW));
            if (filled == 0) {
                throw cutShort(at);
            }
        }
        return window[(int) (at - windowAt)] & 0xff;
    }

    private void require(long at, long count) {
        if (at < 0 || at > blob.length() - count) {
            throw cutShort(at);
        }
    }

    private IiifException.Broken cutShort(long at) {
        return new IiifException.Broken("'" + blob.name() + "' is broken: its TIFF structure points to byte " + at
                + " of a file of " + blob.length() + " bytes.");
    }
}
