package org.lectern.blob;

import java.time.Instant;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lectern.cache.Cache;
import org.lectern.core.IiifException;

/*
 * Deflate can only be read from its beginning. So the bytes go by blocks of 512 KiB into the cache:
 * whoever asks for block 7 first passes blocks 0 to 6 and leaves them there, and goes on from 8 with
 * the same inflater. A block that the cache has lost is made again from the beginning. The first
 * 64 KiB are a block of their own: a manifest reads the header of every page and nothing else.
 *
 * No array is ever as long as a header claims: blocks are made as the stream yields them.
 */
/** A deflated member of a zip. Inflated in order into the cache of blocks, as far as it is asked for. */
final class InflatedBlob implements Blob {

    /** Bytes of a block. */
    static final int BLOCK = 512 << 10;

    /** Bytes of the first block, which takes its share from the second. */
    private static final int HEAD = 64 << 10;

    private static final int MAX_RATIO = 1032; // what one deflated byte can become, at most
    private static final int INPUT = 1 << 15;

    private final Blob archive;
    private final ArchiveEntry entry;
    private final long start; // in the archive, of the first deflated byte
    private final Cache blocks;
    private final String validator;

    private byte[] input; // with the inflater, once there is something to inflate
    private Inflater inflater;
    private long taken; // deflated bytes handed to the inflater
    private long next; // index of the block that the inflater yields next

    InflatedBlob(Blob archive, ArchiveEntry entry, long start, Cache blocks) {
        this.archive = archive;
        this.entry = entry;
        this.start = start;
        this.blocks = blocks;
        this.validator = entry.validator(archive);
        if (entry.length() / MAX_RATIO > entry.packed()) {
            throw wrongLength();
        }
    }

    @Override
    public long length() {
        return entry.length();
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        if (at >= entry.length()) {
            return -1;
        }
        long index = at < HEAD ? 0 : at / BLOCK + 1;
        byte[] block = block(index);
        int offset = (int) (at - begin(index));
        int n = Math.min(count, block.length - offset);
        System.arraycopy(block, offset, into, from, n);
        return n;
    }

    /** Where a block begins in the member; where the one before it ends. */
    private static long begin(long index) {
        return index == 1 ? HEAD : Math.max(0, index - 1) * BLOCK;
    }

    private byte[] block(long index) {
        return blocks.get(key(index), () -> inflateTo(index));
    }

    private String key(long index) {
        return validator + "." + index;
    }

    private byte[] inflateTo(long index) {
        if (inflater == null || next > index) {
            restart();
        }
        boolean done = false;
        try {
            while (next < index) {
                String key = key(next);
                blocks.put(key, inflate());
            }
            byte[] block = inflate();
            done = true;
            return block;
        } finally {
            if (!done) {
                forget(); // it stands in the middle of a block
            }
        }
    }

    private void restart() {
        forget();
        inflater = new Inflater(true);
        input = new byte[INPUT];
        taken = 0;
        next = 0;
    }

    private byte[] inflate() {
        byte[] block = new byte[(int) (Math.min(begin(next + 1), entry.length()) - begin(next))];
        try {
            for (int filled = 0; filled < block.length; ) {
                filled += some(block, filled);
            }
            next++;
            if (begin(next) >= entry.length()) {
                requireEnd();
            }
            return block;
        } catch (DataFormatException e) {
            throw new IiifException.Broken("'" + entry.name() + "' does not inflate.", e);
        }
    }

    private int some(byte[] block, int filled) throws DataFormatException {
        int n = inflater.inflate(block, filled, block.length - filled);
        if (n == 0) {
            if (inflater.finished() || inflater.needsDictionary()) {
                throw wrongLength();
            }
            feed();
        }
        return n;
    }

    private void feed() {
        if (!inflater.needsInput()) {
            return;
        }
        int wanted = (int) Math.min(INPUT, entry.packed() - taken);
        int n = wanted == 0 ? -1 : archive.read(start + taken, input, 0, wanted);
        if (n < 0) {
            throw cutShort(entry);
        }
        taken += n;
        inflater.setInput(input, 0, n);
    }

    private void requireEnd() throws DataFormatException {
        byte[] beyond = new byte[1];
        while (!inflater.finished()) {
            if (inflater.inflate(beyond) > 0) {
                throw wrongLength();
            }
            if (!inflater.finished()) {
                feed();
            }
        }
    }

    private IiifException.Broken wrongLength() {
        return new IiifException.Broken("'" + entry.name() + "' does not have the length that '"
                + archive.name() + "' gives it.");
    }

    static IiifException.Broken cutShort(ArchiveEntry entry) {
        return new IiifException.Broken("'" + entry.name() + "' is cut short.");
    }

    @Override
    public String validator() {
        return validator;
    }

    @Override
    public Instant modified() {
        return archive.modified();
    }

    @Override
    public String name() {
        return entry.fileName();
    }

    @Override
    public void close() {
        forget();
        archive.close();
    }

    private void forget() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
