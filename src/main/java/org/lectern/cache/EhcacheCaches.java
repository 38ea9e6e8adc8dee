package org.lectern.cache;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ehcache.CacheManager;
import org.ehcache.CachePersistenceException;
import org.ehcache.PersistentCacheManager;
import org.ehcache.StateTransitionException;
import org.ehcache.Status;
import org.ehcache.config.CacheConfiguration;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.EntryUnit;
import org.ehcache.config.units.MemoryUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The four caches in Ehcache, bounded in bytes. Thread-safe.
 *
 * <p>A bound in bytes is exact in direct memory and on disk; on the heap a share is exact as a number of the
 * largest values, so that a small front of the heap before direct memory wastes least. What is on disk outlives
 * {@link #close} and is found again by the next {@link #open}; after a crash, or when its files are
 * damaged, it is forgotten.
 */
public final class EhcacheCaches implements Caches {

    private static final Logger LOG = LoggerFactory.getLogger(EhcacheCaches.class);

    private enum Kind {
        BLOCKS(512 << 10),
        /* 512 × 512 pixels of four bands of 16 bits, and a header. */
        TILES((512 * 512 * 4 * 2) + 1024),
        DERIVATIVES(1 << 20),
        DOCUMENTS(1 << 20);

        private final int maxValueBytes;

        Kind(int maxValueBytes) {
            this.maxValueBytes = maxValueBytes;
        }
    }

    /**
     * How much each cache may hold.
     *
     * @param blocks values up to 512 KiB
     * @param tiles values up to 2 MiB and 1 KiB
     * @param derivatives values up to 1 MiB
     * @param documents values up to 1 MiB
     */
    public record Sizes(Tiers blocks, Tiers tiles, Tiers derivatives, Tiers documents) {

        private Map<Kind, Tiers> byKind(boolean disk) {
            Map<Kind, Tiers> all = new EnumMap<>(Kind.class);
            all.put(Kind.BLOCKS, blocks);
            all.put(Kind.TILES, tiles);
            all.put(Kind.DERIVATIVES, derivatives);
            all.put(Kind.DOCUMENTS, documents);
            if (!disk) {
                all.replaceAll((kind, tiers) -> tiers.withoutDisk());
            }
            return all;
        }
    }

    private final CacheManager manager;
    private final Optional<DirectoryLock> lock;
    private final Map<Kind, Cache> caches = new EnumMap<>(Kind.class);

    private EhcacheCaches(CacheManager manager, Optional<DirectoryLock> lock, Map<Kind, Tiers> sizes) {
        this.manager = manager;
        this.lock = lock;
        sizes.forEach((kind, tiers) -> caches.put(kind, tiers.off() ? new PassingCache() : cache(kind)));
    }

    private Cache cache(Kind kind) {
        return new BoundedCache(manager.getCache(kind.name(), String.class, byte[].class), kind.maxValueBytes);
    }

    /**
     * Opens the caches. Direct memory is taken at once.
     *
     * @param sizes how much each may hold
     * @param directory where those on disk lie, used by this instance alone; without one the disk shares are ignored
     * @throws IllegalArgumentException when a share is too small for one value
     * @throws IllegalStateException when another instance uses the directory, or the caches cannot be made
     */
    public static EhcacheCaches open(Sizes sizes, Optional<Path> directory) {
        Map<Kind, Tiers> tiers = sizes.byKind(directory.isPresent());
        Map<Kind, CacheConfiguration<String, byte[]>> configurations = new EnumMap<>(Kind.class);
        tiers.forEach((kind, share) -> {
            if (!share.off()) {
                configurations.put(kind, configuration(kind, share));
            }
        });
        Optional<DirectoryLock> lock = directory.map(DirectoryLock::take);
        try {
            return new EhcacheCaches(manager(configurations, directory), lock, tiers);
        } catch (RuntimeException failed) {
            lock.ifPresent(DirectoryLock::close);
            throw new IllegalStateException("The caches cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static CacheConfiguration<String, byte[]> configuration(Kind kind, Tiers share) {
        ResourcePoolsBuilder pools = ResourcePoolsBuilder.newResourcePoolsBuilder()
                .heap(share.entries(kind.maxValueBytes), EntryUnit.ENTRIES);
        if (share.offHeapBytes() > 0) {
            pools = pools.offheap(share.offHeapBytes(), MemoryUnit.B);
        }
        if (share.diskBytes() > 0) {
            pools = pools.disk(share.diskBytes(), MemoryUnit.B, true);
        }
        return CacheConfigurationBuilder.newCacheConfigurationBuilder(String.class, byte[].class, pools)
                .build();
    }

    private static CacheManager manager(
            Map<Kind, CacheConfiguration<String, byte[]>> configurations, Optional<Path> directory) {
        var inMemory = CacheManagerBuilder.newCacheManagerBuilder();
        if (directory.isEmpty()) {
            CacheManager manager = built(inMemory, configurations);
            manager.init();
            return manager;
        }
        var onDisk = inMemory.with(CacheManagerBuilder.persistence(directory.get().resolve("ehcache").toFile()));
        return started(built(onDisk, configurations));
    }

    private static <T extends CacheManager> T built(
            CacheManagerBuilder<T> empty, Map<Kind, CacheConfiguration<String, byte[]>> configurations) {
        CacheManagerBuilder<T> builder = empty;
        for (var entry : configurations.entrySet()) {
            builder = builder.withCache(entry.getKey().name(), entry.getValue());
        }
        return builder.build(false);
    }

    private static CacheManager started(PersistentCacheManager manager) {
        try {
            manager.init();
        } catch (StateTransitionException damaged) {
            LOG.warn("The caches on disk cannot be read and are made anew: {}", damaged.getMessage());
            forget(manager);
            manager.init();
        }
        return manager;
    }

    private static void forget(PersistentCacheManager manager) {
        try {
            manager.destroy();
        } catch (CachePersistenceException failed) {
            throw new IllegalStateException("The caches on disk cannot be removed: " + failed.getMessage(), failed);
        }
    }

    @Override
    public Cache blocks() {
        return caches.get(Kind.BLOCKS);
    }

    @Override
    public Cache tiles() {
        return caches.get(Kind.TILES);
    }

    @Override
    public Cache derivatives() {
        return caches.get(Kind.DERIVATIVES);
    }

    @Override
    public Cache documents() {
        return caches.get(Kind.DOCUMENTS);
    }

    /** Writes what is to survive, frees memory and directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        try {
            if (manager.getStatus() != Status.UNINITIALIZED) {
                manager.close();
            }
        } finally {
            lock.ifPresent(DirectoryLock::close);
        }
    }
}
