package org.lectern.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/**
 * How the memory of the process is shared out: pictures in the making and code-blocks on the heap, other caches
 * beside it.
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
        long onHeap = CacheTiers.ON_HEAP + caches.heap() + config.memory().budget();
        if (onHeap > heap / 100 * FULL) {
            throw new SettingsException(List.of("memory.budget takes " + mega(config.memory().budget())
                    + ", cache.codeblocks with its index " + mega(caches.heap()) + " and the fronts of the other caches "
                    + mega(CacheTiers.ON_HEAP) + "; at most " + FULL + "% of the heap of " + mega(heap)
                    + " may be shared out (-Xmx sets it)"));
        }
        if (caches.direct() > direct) {
            throw new SettingsException(List.of("cache.tiles, cache.derivatives, cache.documents and cache.blocks take "
                    + mega(caches.direct()) + " together; only " + mega(direct)
                    + " may lie beside the heap (-XX:MaxDirectMemorySize sets it)"));
        }
        return "Memory: heap " + mega(heap) + " = pictures in the making " + mega(config.memory().budget())
                + " + code-blocks " + mega(caches.codeblocks()) + " + their index " + mega(caches.codeblockIndex())
                + " + fronts of caches " + mega(CacheTiers.ON_HEAP) + " + rest " + mega(heap - onHeap)
                + "; beside it " + mega(caches.direct()) + " of " + mega(direct) + " = tiles " + mega(caches.tiles())
                + " + derivatives " + mega(caches.derivatives()) + " + documents " + mega(caches.documents())
                + " + blocks " + mega(caches.blocks());
    }

    private static String mega(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
