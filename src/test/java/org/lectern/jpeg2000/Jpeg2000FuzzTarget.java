package org.lectern.jpeg2000;

import java.util.List;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * What the fuzzer calls: any bytes are a picture or are refused by an {@link IiifException}. Whatever else is thrown is a
 * finding; so are endless loops and more memory than a small heap has, which the fuzzer's own limits tell.
 */
public final class Jpeg2000FuzzTarget {

    private static final int SIDE = 64;
    private static final long SMALL = 256 * 256;
    private static final int MANY_COMPONENTS = 64; // of a bounded region each costs time that the file need not pay for
    private static final List<Integer> SOME_COMPONENTS = List.of(0, 1, 2); // no picture shows more than a few

    private Jpeg2000FuzzTarget() {}

    /** Reads the smallest level, a region out of the middle, and all of a small picture. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        var reader = new Jpeg2000Reader(1 << 20, 1 << 20);
        var blob = new BytesBlob("fuzz", bytes);
        try {
            Jp2File file = reader.file(blob);
            part(reader, blob, file, file.halvings());
            part(reader, blob, file, 0);
            Dimensions size = file.size(0);
            if (!hasMany(file) && size.area() * file.components().size() <= SMALL) {
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
