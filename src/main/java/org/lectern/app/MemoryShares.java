package org.lectern.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/**
 * How the memory of the process is shared out: caches and pictures in the making on the heap, encoded
 * answers beside it.
 *
 * @param heap the largest heap, in bytes
 * @param direct the most that may lie beside it
 */
record MemoryShares(long heap, long direct) {

    private static final int FULL = 90; // percent of the heap; the rest is for everything else

    /** Of this process. */
    static MemoryShares ofThisProcess() {
        long heap = Runtime.getRuntime().maxMemory();
        long direct = Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .map(machine -> Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue()))
                .filter(bytes -> bytes > 0)
                .orElse(heap); // the machine's own default
        return new MemoryShares(heap, direct);
    }

    /**
     * One line that says who gets what.
     *
     * @throws SettingsException when it is more than there is
     */
    String check(Config config) {
        Config.Caches caches = config.caches();
        long onHeap = caches.tiles() + caches.documents() + caches.blocks() + config.memory().budget();
        if (onHeap > heap / 100 * FULL) {
            throw new SettingsException(List.of("cache.tiles, cache.documents, cache.blocks and memory.budget take "
                    + mega(onHeap) + " together; at most " + FULL + "% of the heap of " + mega(heap)
                    + " may be shared out (-Xmx sets it)"));
        }
        if (caches.derivatives() > direct) {
            throw new SettingsException(List.of("cache.derivatives = " + mega(caches.derivatives()) + ": only "
                    + mega(direct) + " may lie beside the heap (-XX:MaxDirectMemorySize sets it)"));
        }
        return "Memory: heap " + mega(heap) + " = tiles " + mega(caches.tiles()) + " + documents "
                + mega(caches.documents()) + " + blocks " + mega(caches.blocks()) + " + pictures in the making "
                + mega(config.memory().budget()) + " + rest " + mega(heap - onHeap) + "; beside it, derivatives "
                + mega(caches.derivatives()) + " of " + mega(direct);
    }

    private static String mega(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
