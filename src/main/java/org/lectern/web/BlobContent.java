package org.lectern.web;

import java.io.IOException;
import java.io.OutputStream;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** The bytes of a file, read block by block while they are sent; it may be larger than memory. Leaves the blob open. */
final class BlobContent implements Content {

    private static final int BLOCK = 64 << 10;
    private static final byte[] NONE = new byte[0];

    private final Blob blob;
    private byte[] block = NONE; // a HEAD needs none
    private long blockAt;
    private int blockLength;

    BlobContent(Blob blob) {
        this.blob = blob;
    }

    @Override
    public long length() {
        return blob.length();
    }

    @Override
    public void prepare(long at) {
        if (block.length == 0) {
            block = new byte[BLOCK];
        }
        blockAt = at;
        blockLength = blob.read(at, block, 0, (int) Math.min(BLOCK, blob.length() - at));
        if (blockLength < 1) {
            throw new IiifException.Broken("'" + blob.name() + "' became shorter while it was read.");
        }
    }

    @Override
    public void write(ByteRange part, OutputStream out) throws IOException {
        long at = part.first();
        while (at <= part.last()) {
            if (at < blockAt || at >= blockAt + blockLength) {
                prepare(at);
            }
            int from = (int) (at - blockAt);
            int count = (int) Math.min(blockLength - from, part.last() - at + 1);
            out.write(block, from, count);
            at += count;
        }
    }
}
