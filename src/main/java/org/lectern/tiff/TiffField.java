package org.lectern.tiff;

/**
 * One entry of a directory: where its values lie.
 *
 * @param type number of the value type
 * @param count how many values
 * @param at position of the first in the file, within the entry itself when they fit
 */
record TiffField(int type, long count, long at) {

    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Bytes of one value of a type; 0 for a type that is not known. */
    static int bytes(int type) {
        return type > 0 && type < BYTES.length ? BYTES[type] : 0;
    }

    /** A value as a whole number; rationals are divided, floats cut. */
    long number(TiffInput in, long index) {
        return switch (type) {
            case 5, 10, 11, 12 -> (long) real(in, index);
            case 6 -> (byte) in.number(position(index), 1);
            case 8 -> (short) in.number(position(index), 2);
            case 9 -> (int) in.number(position(index), 4);
            default -> in.number(position(index), bytes(type));
        };
    }

    /** A value as a real number. */
    double real(TiffInput in, long index) {
        long at = position(index);
        return switch (type) {
            case 5 -> (double) in.number(at, 4) / in.number(at + 4, 4);
            case 10 -> (double) (int) in.number(at, 4) / (int) in.number(at + 4, 4);
            case 11 -> Float.intBitsToFloat((int) in.number(at, 4));
            case 12 -> Double.longBitsToDouble(in.number(at, 8));
            default -> number(in, index);
        };
    }

    private long position(long index) {
        return at + index * bytes(type);
    }
}
