package org.lectern.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the predictors of TIFF: differences of neighbours, and those of the bytes of floating point. */
final class TiffPredictor {

    static final int HORIZONTAL = 2;
    static final int FLOATING = 3;

    private TiffPredictor() {}

    /** Whole rows of {@code bits} a sample, {@code samples} a pixel, in place. */
    static void undo(int predictor, byte[] data, int rowBytes, int samples, int bits, ByteOrder order) {
        for (int row = 0; row + rowBytes <= data.length; row += rowBytes) {
            if (predictor == HORIZONTAL) {
                horizontal(ByteBuffer.wrap(data).order(order), row, rowBytes, samples, bits);
            } else if (predictor == FLOATING) {
                floating(data, row, rowBytes, samples, bits / 8, order);
            }
        }
    }

    private static void horizontal(ByteBuffer data, int row, int rowBytes, int samples, int bits) {
        int step = samples * bits / 8;
        for (int at = row + step; at < row + rowBytes; at += bits / 8) {
            switch (bits) {
                case 8 -> data.put(at, (byte) (data.get(at) + data.get(at - step)));
                case 16 -> data.putShort(at, (short) (data.getShort(at) + data.getShort(at - step)));
                case 32 -> data.putInt(at, data.getInt(at) + data.getInt(at - step));
                case 64 -> data.putLong(at, data.getLong(at) + data.getLong(at - step));
                default -> throw new IllegalArgumentException("differences of " + bits + " bits");
            }
        }
    }

    /** The highest bytes of all samples come first, then the next, each as a difference of the one before. */
    private static void floating(byte[] data, int row, int rowBytes, int samples, int bytes, ByteOrder order) {
        for (int i = samples; i < rowBytes; i++) {
            data[row + i] += data[row + i - samples];
        }
        byte[] planes = java.util.Arrays.copyOfRange(data, row, row + rowBytes);
        int values = rowBytes / bytes;
        for (int value = 0; value < values; value++) {
            for (int i = 0; i < bytes; i++) {
                int place = order == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
                data[row + value * bytes + place] = planes[i * values + value];
            }
        }
    }
}
