package org.lectern.jpeg2000;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.lectern.blob.Blob;

/** A blob of any length that is zero but for some islands; counts what is read. */
final class SparseBlob implements Blob {

    private final TreeMap<Long, byte[]> islands = new TreeMap<>();
    private final long length;
    private long read;
    private int reads;

    SparseBlob(long length) {
        this.length = length;
    }

    /** Puts bytes at a position; they must not overlap others. */
    void put(long at, byte[] bytes) {
        islands.put(at, bytes);
    }

    long bytesRead() {
        return read;
    }

    int reads() {
        return reads;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) {
        if (at >= length) {
            return -1;
        }
        int n = (int) Math.min(count, length - at);
        Arrays.fill(into, from, from + n, (byte) 0);
        Long first = islands.floorKey(at);
        for (Map.Entry<Long, byte[]> island : islands.subMap(first == null ? at : first, at + n).entrySet()) {
            for (int i = 0; i < island.getValue().length; i++) {
                long to = island.getKey() + i - at;
                if (to >= 0 && to < n) {
                    into[from + (int) to] = island.getValue()[i];
                }
            }
        }
        read += n;
        reads++;
        return n;
    }

    @Override
    public String validator() {
        return "sparse";
    }

    @Override
    public Instant modified() {
        return Instant.EPOCH;
    }

    @Override
    public String name() {
        return "sparse.j2k";
    }

    @Override
    public void close() {}
}
