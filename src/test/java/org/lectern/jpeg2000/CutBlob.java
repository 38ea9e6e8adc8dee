package org.lectern.jpeg2000;

import java.time.Instant;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;

/** A blob that can become shorter while it is read, and longer again, without telling. */
final class CutBlob implements Blob {

    private final BytesBlob whole;
    private long end;

    CutBlob(byte[] bytes) {
        whole = new BytesBlob("cut.j2k", bytes);
        end = bytes.length;
    }

    void cut(long at) {
        end = at;
    }

    @Override
    public long length() {
        return whole.length();
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        return at >= end ? -1 : whole.read(at, into, from, (int) Math.min(count, end - at));
    }

    @Override
    public String validator() {
        return whole.validator();
    }

    @Override
    public Instant modified() {
        return whole.modified();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public void close() {
        whole.close();
    }
}
