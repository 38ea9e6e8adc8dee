package org.lectern.jpeg2000;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * What the fuzzer calls: any bytes are a picture or are refused by an {@link IiifException}. Whatever else is thrown is a
 * finding; so are two seconds of the processor, however busy the machine is, and 300 MB allocated, live or not. Endless
 * loops and what a small heap cannot hold at once, the fuzzer's own limits tell.
 */
public final class Jpeg2000FuzzTarget {

    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_ALLOCATED = 300L << 20;
    private static final int WARM_UPS = 20;
    private static final int SIDE = 64;
    private static final long SMALL = 256 * 256;
    private static final int MANY_COMPONENTS = 64; // of a bounded region each costs time that the file need not pay for
    private static final List<Integer> SOME_COMPONENTS = List.of(0, 1, 2); // no picture shows more than a few

    private Jpeg2000FuzzTarget() {}

    /** Loads the classes, which are instrumented then, and slowly: no input shall have to wait for that. */
    public static void fuzzerInitialize() {
        for (long seed = 0; seed < WARM_UPS; seed++) {
            read(RandomEncodings.file(seed));
        }
    }

    /** Reads the smallest level, a region out of the middle, and all of a small picture. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = thread.getCurrentThreadCpuTime();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        read(bytes);
        nanos = thread.getCurrentThreadCpuTime() - nanos;
        allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
        if (nanos > MOST_NANOS || allocated > MOST_ALLOCATED) {
            throw new AssertionError(bytes.length + " bytes took " + nanos / 1_000_000 + " ms and " + (allocated >> 20)
                    + " MB");
        }
    }

    private static void read(byte[] bytes) {
        var reader = new Jpeg2000Reader(1 << 20, 1 << 20);
        var blob = new BytesBlob("fuzz", bytes);
        try {
            Jp2File file = reader.file(blob);
            part(reader, blob, file, file.halvings());
            part(reader, blob, file, 0);
            Dimensions size = file.size(0);
            if (!hasMany(file) && size.area() <= SMALL / file.components().size()) {
                WholeLevel.read(reader, blob, 0, size.bounds());
            }
        } catch (IiifException refused) {
            // that is what shall become of broken files
        }
    }

    private static void part(Jpeg2000Reader reader, BytesBlob blob, Jp2File file, int halvings) {
        Dimensions size = file.size(halvings);
        int width = Math.min(SIDE, size.width());
        int height = Math.min(SIDE, size.height());
        var region = new Rect((size.width() - width) / 2, (size.height() - height) / 2, width, height);
        if (hasMany(file)) {
            reader.read(blob, halvings, region, SOME_COMPONENTS, (place, components) -> {});
        } else {
            WholeLevel.read(reader, blob, halvings, region);
        }
    }

    private static boolean hasMany(Jp2File file) {
        return file.components().size() > MANY_COMPONENTS;
    }
}
