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

    static OpenedFile read(Blob blob) {
        Jp2File file = Jp2File.read(blob);
        return new OpenedFile(file, file.header().size(), new TileHeaders(file.header()));
    }

    /** Bytes of heap just now; tile-parts are found while the file is read. */
    long weight() {
        return file.weight() + tiles.weight();
    }
}
