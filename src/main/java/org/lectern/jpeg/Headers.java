package org.lectern.jpeg;

import java.io.ByteArrayOutputStream;

/**
 * The marker segments before the entropy-coded data.
 *
 * @see "T.81 B.2, T.871 10"
 */
final class Headers {

    static final int END_OF_IMAGE = 0xd9;

    private static final int START_OF_IMAGE = 0xd8;
    private static final int APPLICATION_0 = 0xe0;
    private static final int QUANTIZATION_TABLE = 0xdb;
    private static final int BASELINE_FRAME = 0xc0;
    private static final int HUFFMAN_TABLE = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0}; // square pixels

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final McuShape shape;

    private Headers(McuShape shape) {
        this.shape = shape;
    }

    /** All of them. */
    static byte[] of(McuShape shape, int width, int height, Quantization luma, Quantization chroma) {
        var headers = new Headers(shape);
        headers.marker(START_OF_IMAGE);
        headers.segment(APPLICATION_0, JFIF);
        headers.quantization(0, luma);
        if (shape.components() > 1) {
            headers.quantization(1, chroma);
        }
        headers.frame(width, height);
        headers.huffman(0, HuffmanTable.LUMA_DC, HuffmanTable.LUMA_AC);
        if (shape.components() > 1) {
            headers.huffman(1, HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);
        }
        headers.scan();
        return headers.out.toByteArray();
    }

    private void quantization(int id, Quantization table) {
        start(QUANTIZATION_TABLE, 1 + 64);
        out.write(id);
        out.writeBytes(table.scanned());
    }

    private void huffman(int id, HuffmanTable dc, HuffmanTable ac) {
        start(HUFFMAN_TABLE, 2 * (1 + 16) + dc.values().length + ac.values().length);
        out.write(id);
        out.writeBytes(dc.lengths());
        out.writeBytes(dc.values());
        out.write(0x10 | id);
        out.writeBytes(ac.lengths());
        out.writeBytes(ac.values());
    }

    private void frame(int width, int height) {
        start(BASELINE_FRAME, 6 + 3 * shape.components());
        out.write(8);
        twoBytes(height);
        twoBytes(width);
        out.write(shape.components());
        for (int component = 0; component < shape.components(); component++) {
            int factor = component == 0 ? shape.side() / 8 : 1;
            out.write(component + 1);
            out.write(factor << 4 | factor);
            out.write(Math.min(component, 1));
        }
    }

    private void scan() {
        start(START_OF_SCAN, 4 + 2 * shape.components());
        out.write(shape.components());
        for (int component = 0; component < shape.components(); component++) {
            out.write(component + 1);
            out.write(component == 0 ? 0x00 : 0x11);
        }
        out.writeBytes(new byte[] {0, 63, 0});
    }

    private void segment(int marker, byte[] content) {
        start(marker, content.length);
        out.writeBytes(content);
    }

    private void start(int marker, int length) {
        marker(marker);
        twoBytes(2 + length);
    }

    private void marker(int marker) {
        out.write(0xff);
        out.write(marker);
    }

    private void twoBytes(int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
