package org.lectern.codec;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.lectern.blob.BlobStream;

/** A stream that looks at the clock now and then, also while its bytes come out of a buffer. */
final class TimedStream extends ImageInputStreamImpl {

    private static final int READS_BETWEEN_LOOKS = 4096;

    private final SliceBlob blob;
    private final BlobStream in;
    private int reads;

    TimedStream(SliceBlob blob) {
        this.blob = blob;
        this.in = new BlobStream(blob);
    }

    @Override
    public int read() throws IOException {
        look();
        bitOffset = 0;
        in.seek(streamPos);
        int octet = in.read();
        streamPos += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        look();
        bitOffset = 0;
        in.seek(streamPos);
        int n = in.read(into, from, count);
        streamPos += Math.max(0, n);
        return n;
    }

    private void look() {
        if (reads++ % READS_BETWEEN_LOOKS == 0) {
            blob.check();
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
