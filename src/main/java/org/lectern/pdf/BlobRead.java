package org.lectern.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.lectern.blob.Blob;

/** A blob as PDFBox wants it, read through a window of {@value #WINDOW} bytes. Closing it leaves the blob open. */
final class BlobRead implements RandomAccessRead {

    private static final int WINDOW = 1 << 14;

    private final Blob blob;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowLength;
    private long position;
    private boolean closed;

    BlobRead(Blob blob) {
        this.blob = blob;
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        return window[(int) (position++ - windowAt)] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count && fill()) {
            int at = (int) (position - windowAt);
            int n = Math.min(count - done, windowLength - at);
            System.arraycopy(window, at, into, from + done, n);
            position += n;
            done += n;
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    private boolean fill() throws IOException {
        checkOpen();
        if (position >= windowAt && position < windowAt + windowLength) {
            return true;
        }
        if (position >= blob.length()) {
            return false;
        }
        windowAt = position;
        windowLength = Math.max(0, blob.read(position, window, 0, WINDOW));
        return windowLength > 0;
    }

    @Override
    public long getPosition() throws IOException {
        checkOpen();
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        checkOpen();
        if (to < 0) {
            throw new IOException("position " + to);
        }
        position = Math.min(to, blob.length());
    }

    @Override
    public long length() throws IOException {
        checkOpen();
        return blob.length();
    }

    @Override
    public boolean isEOF() throws IOException {
        return !fill();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        checkOpen();
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
    }
}
