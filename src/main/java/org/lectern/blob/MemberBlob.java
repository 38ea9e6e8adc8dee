package org.lectern.blob;

import java.time.Instant;

/** A stored member of an archive: a window on the archive's own bytes. */
final class MemberBlob implements Blob {

    private final Blob archive;
    private final ArchiveEntry entry;
    private final long start; // in the archive, of the member's first byte

    MemberBlob(Blob archive, ArchiveEntry entry, long start) {
        this.archive = archive;
        this.entry = entry;
        this.start = start;
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
        int wanted = (int) Math.min(count, entry.length() - at);
        int n = archive.read(start + at, into, from, wanted);
        if (n < 0) {
            throw InflatedBlob.cutShort(entry);
        }
        return n;
    }

    @Override
    public String validator() {
        return entry.validator(archive);
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
        archive.close();
    }
}
