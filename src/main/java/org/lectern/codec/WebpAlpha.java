package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * Transparency that an ALPH chunk holds uncompressed, each value less what its neighbours foretell. The
 * reader of the pictures passes over such a chunk.
 *
 * @param at position of the first value in the file
 * @param filter 0 nothing is foretold, 1 the left neighbour is, 2 the upper, 3 their gradient
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7.1.2">RFC 9649, 2.7.1.2</a>
 */
record WebpAlpha(long at, int filter) {

    private static final int LEFT = 1;
    private static final int ABOVE = 2;

    /** Puts the values of a region into the last band of a picture of four. */
    void into(BufferedImage part, Blob blob, Dimensions size, Rect region) throws IOException {
        byte[] bytes = Pixels.bytes(part);
        byte[] above = new byte[size.width()];
        byte[] row = new byte[size.width()];
        try (BlobStream in = new BlobStream(blob)) {
            in.seek(at);
            for (int y = 0; y < region.bottom(); y++) {
                in.readFully(row);
                restore(row, above, y == 0);
                for (int x = 0; x < region.width() && y >= region.y(); x++) {
                    bytes[((y - region.y()) * region.width() + x) * 4 + 3] = row[region.x() + x];
                }
                byte[] next = above;
                above = row;
                row = next;
            }
        }
    }

    private void restore(byte[] row, byte[] above, boolean first) {
        if (filter == 0) {
            return;
        }
        row[0] += above[0]; // nothing in the first row
        for (int x = 1; x < row.length; x++) {
            if (first || filter == LEFT) {
                row[x] += row[x - 1];
            } else if (filter == ABOVE) {
                row[x] += above[x];
            } else {
                int gradient = (row[x - 1] & 0xff) + (above[x] & 0xff) - (above[x - 1] & 0xff);
                row[x] += (byte) Math.max(0, Math.min(255, gradient));
            }
        }
    }
}
