package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.lectern.blob.BlobStream;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * The run-length coding of BMP. Pixels that the runs leave out stay transparent; a file that ends
 * early leaves the rest so.
 */
final class BmpRuns {

    private final BlobStream in;
    private final BmpHeader header;
    private final Rect region;
    private final byte[] bytes;
    private final int bands;
    private final boolean nibbles;
    private long x;
    private long row; // counted as stored

    BmpRuns(BlobStream in, BmpHeader header, Rect region, BufferedImage image) {
        this.in = in;
        this.header = header;
        this.region = region;
        bytes = Pixels.bytes(image);
        bands = Pixels.bands(image);
        nibbles = header.compression() == BmpHeader.RLE4;
    }

    void read() throws IOException {
        while (row < header.size().height()) {
            int count = in.read();
            int value = in.read();
            if (value < 0) {
                return;
            }
            if (count > 0) {
                run(count, value);
            } else if (!escape(value)) {
                return;
            }
        }
    }

    private void run(int count, int value) {
        for (int i = 0; i < count; i++) {
            put(!nibbles ? value : (i & 1) == 0 ? value >> 4 : value & 15);
        }
    }

    /** False at the end of the picture. */
    private boolean escape(int code) throws IOException {
        switch (code) {
            case 0 -> {
                x = 0;
                row++;
            }
            case 1 -> {
                return false;
            }
            case 2 -> {
                x += in.readUnsignedByte();
                row += in.readUnsignedByte();
            }
            default -> literal(code);
        }
        return true;
    }

    private void literal(int count) throws IOException {
        int octets = nibbles ? (count + 1) / 2 : count;
        for (int i = 0; i < octets; i++) {
            int octet = in.readUnsignedByte();
            put(nibbles ? octet >> 4 : octet);
            if (nibbles && i * 2 + 1 < count) {
                put(octet & 15);
            }
        }
        in.skipBytes(octets & 1);
    }

    private void put(int index) {
        long y = header.topDown() ? row : header.size().height() - 1 - row;
        if (x >= region.x() && x < region.right() && y >= region.y() && y < region.bottom()) {
            int pixel = (int) (y - region.y()) * region.width() + (int) (x - region.x());
            header.palette().put(index, bytes, pixel * bands, bands);
        }
        x++;
    }
}
