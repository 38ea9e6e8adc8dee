package org.lectern.jpeg2000;

import java.time.Instant;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** A blob that has gone when it is read. */
final class FailingBlob implements Blob {

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        throw new IiifException.Missing("The file has gone.");
    }

    @Override
    public String validator() {
        return "gone";
    }

    @Override
    public Instant modified() {
        return Instant.EPOCH;
    }

    @Override
    public String name() {
        return "gone";
    }

    @Override
    public void close() {
        // holds nothing
    }
}
