package org.lectern.jpeg;

import java.io.ByteArrayOutputStream;

/**
 * The marker segments before the entropy-coded data.
 *
 * @see "T.81 B.2, T.871 10"
 */
final class Headers {

    /** The end of the image. */
    static final byte[] END = {(byte) 0xff, (byte) 0xd9};

    private static final int START_OF_IMAGE = 0xd8;
    private static final int APPLICATION_0 = 0xe0;
    private static final int QUANTIZATION_TABLE = 0xdb;
    private static final int BASELINE_FRAME = 0xc0;
    private static final int PROGRESSIVE_FRAME = 0xc2;
    private static final int HUFFMAN_TABLE = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0}; // square pixels

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final McuShape shape;

    private Headers(McuShape shape) {
        this.shape = shape;
    }

    /** All of a picture of one scan. */
    static byte[] of(McuShape shape, int width, int height, Quantization luma, Quantization chroma) {
        var headers = new Headers(shape);
        headers.picture(luma, chroma);
        headers.frame(BASELINE_FRAME, width, height);
        headers.huffman(0, HuffmanTable.LUMA_DC, HuffmanTable.LUMA_AC);
        if (shape.components() > 1) {
            headers.huffman(1, HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);
        }
        headers.scan(0x11, 63);
        return headers.out.toByteArray();
    }

    /** Those before the first scan of many. */
    static byte[] ofProgressive(McuShape shape, int width, int height, Quantization luma, Quantization chroma) {
        var headers = new Headers(shape);
        headers.picture(luma, chroma);
        headers.frame(PROGRESSIVE_FRAME, width, height);
        return headers.out.toByteArray();
    }

    /** Those of the scan of the DC coefficients of all components. */
    static byte[] dcScan(McuShape shape, HuffmanTable luma, HuffmanTable chroma) {
        var headers = new Headers(shape);
        headers.huffman(0, luma);
        if (shape.components() > 1) {
            headers.huffman(1, chroma);
        }
        headers.scan(0x10, 0);
        return headers.out.toByteArray();
    }

    /** Those of a scan of AC coefficients, which is of one component always. */
    static byte[] acScan(int component, int first, int last, HuffmanTable table) {
        var headers = new Headers(McuShape.GREY);
        headers.huffman(0x10, table);
        headers.start(START_OF_SCAN, 6);
        headers.out.writeBytes(new byte[] {1, (byte) (component + 1), 0, (byte) first, (byte) last, 0});
        return headers.out.toByteArray();
    }

    private void picture(Quantization luma, Quantization chroma) {
        marker(START_OF_IMAGE);
        segment(APPLICATION_0, JFIF);
        quantization(0, luma);
        if (shape.components() > 1) {
            quantization(1, chroma);
        }
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

    private void huffman(int id, HuffmanTable table) {
        start(HUFFMAN_TABLE, 1 + 16 + table.values().length);
        out.write(id);
        out.writeBytes(table.lengths());
        out.writeBytes(table.values());
    }

    private void frame(int marker, int width, int height) {
        start(marker, 6 + 3 * shape.components());
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

    private void scan(int chromaTables, int last) {
        start(START_OF_SCAN, 4 + 2 * shape.components());
        out.write(shape.components());
        for (int component = 0; component < shape.components(); component++) {
            out.write(component + 1);
            out.write(component == 0 ? 0 : chromaTables);
        }
        out.writeBytes(new byte[] {0, (byte) last, 0});
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
