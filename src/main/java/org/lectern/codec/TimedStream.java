package org.lectern.codec;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.lectern.blob.BlobStream;
import org.lectern.core.IiifException;

/**
 * A stream that looks at the clock now and then, also while its bytes come out of a buffer, and that
 * does not let a reader ask for the same bytes, or for bytes behind its end, for ever.
 */
final class TimedStream extends ImageInputStreamImpl {

    private static final int READS_BETWEEN_LOOKS = 4096;
    private static final long FREE_READS = 10_000_000;
    private static final int READS_A_BYTE = 16;
    private static final int MOST_READS_BEHIND_END = 100_000;

    private final SliceBlob blob;
    private final BlobStream in;
    private final long mostReads;
    private long reads;
    private int readsBehindEnd;

    TimedStream(SliceBlob blob) {
        this.blob = blob;
        this.in = new BlobStream(blob);
        this.mostReads = FREE_READS + READS_A_BYTE * blob.length();
    }

    @Override
    public int read() throws IOException {
        look();
        bitOffset = 0;
        in.seek(streamPos);
        int octet = in.read();
        streamPos += counted(octet < 0 ? -1 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        look();
        bitOffset = 0;
        in.seek(streamPos);
        int n = in.read(into, from, count);
        streamPos += counted(n);
        return n;
    }

    private int counted(int read) {
        if (read < 0 && readsBehindEnd++ > MOST_READS_BEHIND_END) {
            // Readers swallow an IOException here.
            throw new IiifException.Broken("'" + blob.name() + "' is broken: it ends before its picture.");
        }
        return Math.max(0, read);
    }

    /** Throws when the time for the whole file has passed. */
    void check() {
        blob.check();
    }

    private void look() {
        if (reads++ % READS_BETWEEN_LOOKS == 0) {
            blob.check();
        }
        if (reads > mostReads) {
            throw new IiifException.Broken("'" + blob.name() + "' is broken: reading it runs in circles.");
        }
    }

    @Override
    public long length() {
        return blob.length();
    }

    @Override
    public void close() throws IOException {
        in.close();
        super.close();
    }
}
