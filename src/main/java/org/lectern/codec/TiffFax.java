package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import org.lectern.blob.BlobStream;

/**
 * CCITT compression of TIFF, Groups 3 and 4. A strip is handed to Java's TIFF reader as a file of its
 * own, which has nothing but this strip.
 */
final class TiffFax {

    private static final int ENTRIES = 10;
    private static final int DATA_AT = 8 + 2 + ENTRIES * 12 + 4;
    private static final int LONG = 4;

    private TiffFax() {}

    /**
     * The rows of a strip, 1 bit a pixel, each from a new byte on; bits as coded: 0 is white.
     *
     * @param data the strip, highest bit first
     * @param compression 2, 3 or 4
     * @param options of the tag that goes with the compression
     */
    static byte[] expand(byte[] data, int compression, int options, int width, int rows) throws IOException {
        ImageReader reader = JdkReaders.provider("tiff").createReaderInstance();
        try (BlobStream in = new BlobStream(new HeldBlob(file(data, compression, options, width, rows), "a strip"))) {
            reader.setInput(in, false, true);
            BufferedImage image = reader.read(0);
            return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        } finally {
            reader.dispose();
        }
    }

    private static byte[] file(byte[] data, int compression, int options, int width, int rows) {
        ByteBuffer file = ByteBuffer.allocate(DATA_AT + data.length).order(ByteOrder.BIG_ENDIAN);
        file.putInt(0x4d4d002a).putInt(8).putShort((short) ENTRIES);
        entry(file, 256, width);
        entry(file, 257, rows);
        entry(file, 258, 1);
        entry(file, 259, compression);
        entry(file, 262, 0);
        entry(file, 273, DATA_AT);
        entry(file, 277, 1);
        entry(file, 278, rows);
        entry(file, 279, data.length);
        entry(file, compression == 4 ? 293 : 292, options);
        return file.putInt(0).put(data).array();
    }

    private static void entry(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag).putShort((short) LONG).putInt(1).putInt(value);
    }
}
