package org.lectern.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes the pixels of MCUs apart: one array for each place in a block, one lane of it for each luma block. A pixel of
 * grey is its sample; one of colour holds R in its lowest byte, then G, then B, then anything.
 */
final class SampleLoader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int bands;
    private final McuShape shape;
    private final int across;

    /** Of interleaved rows without padding, not copied. */
    SampleLoader(byte[] pixels, int width, int height, McuShape shape) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.bands = shape.components();
        this.shape = shape;
        this.across = (width + shape.side() - 1) / shape.side();
    }

    /** How many MCUs the picture has. */
    int mcus() {
        return across * ((height + shape.side() - 1) / shape.side());
    }

    /** Loads MCUs in the order of the scan to the lanes from 0 of each block. */
    void load(int first, int count, int[][] places) {
        int done = 0;
        while (done < count) {
            int column = (first + done) % across;
            int row = (first + done) / across;
            int inRow = Math.min(across - column, count - done);
            int whole = whole(column, row, inRow);
            loadWhole(column, row, whole, places, done);
            for (int i = whole; i < inRow; i++) {
                loadAtEdge(column + i, row, places, done + i);
            }
            done += inRow;
        }
    }

    /** How many of them lie in the picture, and the four bytes read at their last pixel, too. */
    private int whole(int column, int row, int count) {
        int side = shape.side();
        if ((row + 1) * side > height) {
            return 0;
        }
        int inside = width / side - column;
        boolean last = (row + 1) * side == height && width % side == 0;
        return Math.max(0, Math.min(count, last ? inside - 1 : inside));
    }

    private void loadWhole(int column, int row, int count, int[][] places, int lane) {
        int side = shape.side();
        for (int block = 0; block < shape.lumaBlocks(); block++) {
            int left = column * side + (block & 1) * 8;
            int top = row * side + (block >> 1) * 8;
            for (int place = 0; place < 64; place++) {
                int from = ((top + (place >> 3)) * width + left + (place & 7)) * bands;
                int into = block * shape.group() + lane;
                if (bands == 1) {
                    greys(from, places[place], into, count);
                } else {
                    colours(from, side * 3, places[place], into, count);
                }
            }
        }
    }

    private void greys(int from, int[] lanes, int into, int count) {
        byte[] grey = pixels;
        for (int i = 0; i < count; i++) {
            lanes[into + i] = grey[from + 8 * i] & 0xff;
        }
    }

    private void colours(int from, int step, int[] lanes, int into, int count) {
        byte[] colours = pixels;
        int at = from;
        for (int i = 0; i < count; i++) {
            lanes[into + i] = (int) INT.get(colours, at);
            at += step;
        }
    }

    private void loadAtEdge(int column, int row, int[][] places, int lane) {
        int side = shape.side();
        for (int block = 0; block < shape.lumaBlocks(); block++) {
            int left = column * side + (block & 1) * 8;
            int top = row * side + (block >> 1) * 8;
            for (int place = 0; place < 64; place++) {
                int x = Math.min(width - 1, left + (place & 7));
                int y = Math.min(height - 1, top + (place >> 3));
                places[place][block * shape.group() + lane] = pixel((y * width + x) * bands);
            }
        }
    }

    private int pixel(int at) {
        if (bands == 1) {
            return pixels[at] & 0xff;
        }
        return pixels[at] & 0xff | (pixels[at + 1] & 0xff) << 8 | (pixels[at + 2] & 0xff) << 16;
    }
}
