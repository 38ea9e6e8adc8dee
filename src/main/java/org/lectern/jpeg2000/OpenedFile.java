package org.lectern.jpeg2000;

import org.lectern.blob.Blob;

/**
 * A file whose headers were read. Thread-safe.
 *
 * @param file what they tell
 * @param size of the image
 * @param tiles finds the others
 */
record OpenedFile(Jp2File file, ImageSize size, TileHeaders tiles) {

    private static final long FIXED_BYTES = 16 << 10; // boxes and main header, with a usual profile
    private static final long COMPONENT_BYTES = 128;

    static OpenedFile read(Blob blob) {
        Jp2File file = Jp2File.read(blob);
        return new OpenedFile(file, file.header().size(), new TileHeaders(file.header()));
    }

    /** Bytes of heap, about. */
    long weight() {
        return FIXED_BYTES + size.components().size() * COMPONENT_BYTES;
    }
}
