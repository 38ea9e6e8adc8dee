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
    private static final int SHORT = 3;
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
        number(file, 256, width);
        number(file, 257, rows);
        word(file, 258, 1);
        word(file, 259, compression);
        word(file, 262, 1); // the reader turns bits round only where white is zero
        number(file, 273, DATA_AT);
        word(file, 277, 1);
        number(file, 278, rows);
        number(file, 279, data.length);
        number(file, compression == 4 ? 293 : 292, options);
        return file.putInt(0).put(data).array();
    }

    private static void word(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag).putShort((short) SHORT).putInt(1).putShort((short) value).putShort((short) 0);
    }

    private static void number(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag).putShort((short) LONG).putInt(1).putInt(value);
    }
}
