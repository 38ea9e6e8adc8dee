package org.lectern.blob;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A blob as ImageIO wants it. Reads through a buffer that grows from {@value #FIRST} to {@value #BUFFER} bytes: who
 * wants a header costs the disk no more than that. Closing it leaves the blob open. For one thread.
 */
public final class BlobStream extends ImageInputStreamImpl {

    private static final int FIRST = 1 << 12;
    private static final int BUFFER = 1 << 16;
    private static final int GROWTH = 4;

    private final Blob blob;
    private byte[] buffer = new byte[FIRST];
    private long bufferAt; // position in the blob of the buffer's first byte
    private int buffered; // how many of its bytes are filled

    /** Over a blob that the caller closes. */
    public BlobStream(Blob blob) {
        this.blob = blob;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return buffer[(int) (streamPos++ - bufferAt)] & 0xff;
    }

    /** {@inheritDoc} Never fewer than there are: ImageIO reads an int by a single call and calls less the end. */
    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        int done = 0;
        while (done < count) {
            int n = some(into, from + done, count - done);
            if (n < 0) {
                return done > 0 ? done : -1;
            }
            done += n;
        }
        return done;
    }

    private int some(byte[] into, int from, int count) {
        if (count >= BUFFER && !isBuffered()) {
            return direct(into, from, count);
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (streamPos - bufferAt);
        int n = Math.min(count, buffered - at);
        System.arraycopy(buffer, at, into, from, n);
        streamPos += n;
        return n;
    }

    private int direct(byte[] into, int from, int count) {
        int n = blob.read(streamPos, into, from, count);
        streamPos += Math.max(0, n);
        return n;
    }

    private boolean isBuffered() {
        return streamPos >= bufferAt && streamPos < bufferAt + buffered;
    }

    private boolean fill() {
        if (isBuffered()) {
            return true;
        }
        if (buffered > 0 && buffer.length < BUFFER) {
            buffer = new byte[buffer.length * GROWTH];
        }
        bufferAt = streamPos;
        buffered = Math.max(0, blob.read(streamPos, buffer, 0, buffer.length));
        return buffered > 0;
    }

    @Override
    public long length() {
        return blob.length();
    }
}
