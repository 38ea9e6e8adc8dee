package org.lectern.cache;

/**
 * How many bytes one cache may hold, and where. Each tier holds what the tier above it holds too.
 *
 * <p>The heap's share is turned into a number of entries: so many as fit if each were as large as the
 * cache allows. Ehcache keeps a number of entries exactly and a number of bytes on the heap by no means.
 *
 * @param heapBytes on the heap; 0 together with the others switches the cache off
 * @param offHeapBytes in direct memory, held exactly; 0 for none
 * @param diskBytes on disk, kept over restarts; 0 for none; more than {@code offHeapBytes}
 */
public record Tiers(long heapBytes, long offHeapBytes, long diskBytes) {

    /** A cache that keeps nothing. */
    public static final Tiers NONE = new Tiers(0, 0, 0);

    /** Refuses what cannot be built. */
    public Tiers {
        if (heapBytes < 0 || offHeapBytes < 0 || diskBytes < 0) {
            throw new IllegalArgumentException("a cache of less than 0 bytes");
        }
        if (heapBytes == 0 && offHeapBytes + diskBytes > 0) {
            throw new IllegalArgumentException("a cache outside the heap needs a share of the heap in front of it");
        }
        if (diskBytes > 0 && diskBytes <= offHeapBytes) {
            throw new IllegalArgumentException("a cache needs more bytes on disk (" + diskBytes
                    + ") than off the heap (" + offHeapBytes + "), or none");
        }
    }

    /** On the heap alone. */
    public static Tiers heap(long bytes) {
        return new Tiers(bytes, 0, 0);
    }

    /** The same without a disk. */
    Tiers withoutDisk() {
        return new Tiers(heapBytes, offHeapBytes, 0);
    }

    boolean off() {
        return heapBytes == 0;
    }

    /**
     * How many of the largest values the heap's share holds.
     *
     * @throws IllegalArgumentException when not even one
     */
    long entries(long maxValueBytes) {
        if (heapBytes < maxValueBytes) {
            throw new IllegalArgumentException("a share of " + heapBytes
                    + " bytes of the heap holds not one value; at least " + maxValueBytes + " bytes are needed, or 0");
        }
        return heapBytes / maxValueBytes;
    }
}
