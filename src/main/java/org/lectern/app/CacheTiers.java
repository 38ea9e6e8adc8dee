package org.lectern.app;

import org.lectern.cache.EhcacheCaches;
import org.lectern.cache.Tiers;

/**
 * How the shares of the settings become tiers: a few values on the heap in front, the share itself in direct
 * memory, where a bound in bytes is kept exactly.
 */
final class CacheTiers {

    /** The least share of a cache. */
    static final long SMALLEST = 8L << 20;

    /** The least share of the tiles, which are larger. */
    static final long SMALLEST_TILES = 32L << 20;

    /** The most that decoded code-blocks take unless it is said: some screens full of tiles. */
    private static final long MOST_CODEBLOCKS = 256L << 20;

    private static final int CODEBLOCKS_SHARE = 6; // of the heap

    private static final long TILES_FRONT = 9L << 20;
    private static final long FRONT = 4L << 20;

    /** What all fronts take of the heap at most. */
    static final long ON_HEAP = TILES_FRONT + 3 * FRONT;

    private CacheTiers() {}

    /** The share of decoded code-blocks when it is not said. */
    static long codeblocks(long heap) {
        return Math.max(SMALLEST, Math.min(MOST_CODEBLOCKS, heap / CODEBLOCKS_SHARE));
    }

    static EhcacheCaches.Sizes of(Config.Caches caches) {
        return new EhcacheCaches.Sizes(
                new Tiers(FRONT, caches.blocks(), 0),
                new Tiers(TILES_FRONT, caches.tiles(), caches.disk()),
                new Tiers(FRONT, caches.derivatives(), 0),
                new Tiers(FRONT, caches.documents(), caches.documentsDisk()));
    }
}
