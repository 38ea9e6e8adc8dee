package org.lectern.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lectern.core.IiifException;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffTag;

/**
 * The values of TIFF samples of any depth, brought to 0 … 255 (up to 8 bits) or 0 … 65535 (above).
 * Of signed numbers 0 and what is below is none, and the greatest is all of it. Floating point means 0.0 for none and 1.0 for all,
 * unless the file tells its range (SMinSampleValue, SMaxSampleValue); what lies outside is cut off.
 */
final class TiffSamples {

    private static final int SIGNED = 2;
    private static final int FLOATING = 3;

    private final int bits;
    private final int format;
    private final ByteOrder order;
    private final double least;
    private final double most;

    TiffSamples(TiffDirectory directory, boolean coded) {
        bits = coded ? 8 : directory.bits(0);
        format = coded ? 1 : directory.sampleFormat(0);
        order = directory.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        double min = directory.real(TiffTag.MIN_VALUE, 0, 0);
        double max = directory.real(TiffTag.MAX_VALUE, 0, 1);
        boolean range = format == FLOATING && max > min;
        least = range ? min : 0;
        most = range ? max : 1;
    }

    /** Refuses depths that no rule is known for. */
    static void requireReadable(TiffDirectory directory) {
        int bits = directory.bits(0);
        for (int sample = 1; sample < Math.min(directory.samples(), 5); sample++) {
            if (directory.bits(sample) != bits || directory.sampleFormat(sample) != directory.sampleFormat(0)) {
                throw new IiifException.Unsupported("TIFF with samples of different depths is not read.");
            }
        }
        boolean floating = directory.sampleFormat(0) == FLOATING;
        boolean known = floating
                ? bits == 16 || bits == 24 || bits == 32 || bits == 64
                : bits >= 1 && bits <= 16 || bits == 24 || bits == 32 || bits == 64;
        if (!known || directory.sampleFormat(0) > 4) {
            throw new IiifException.Unsupported("TIFF with samples of " + bits + " bits, format "
                    + directory.sampleFormat(0) + ", is not read.");
        }
    }

    int bits() {
        return bits;
    }

    /** The sample at an index of a row, in the range of the normal form. */
    int normal(byte[] data, int row, int index) {
        if (format == FLOATING) {
            double value = (real(data, row, index) - least) / (most - least);
            return (int) Math.round(Math.min(1, Math.max(0, Double.isNaN(value) ? 0 : value)) * 65535);
        }
        long value = raw(data, row, index);
        if (format == SIGNED) {
            long top = 1L << bits - 1;
            value = (value & top) != 0 ? 0 : value << 1 | value >>> bits - 2;
        }
        if (bits > 16) {
            return (int) (value >>> bits - 16);
        }
        return bits == 8 || bits == 16 ? (int) value
                : Samples.stretch(value, (1L << bits) - 1, bits > 8 ? 65535 : 255);
    }

    /** The bits of a sample as an unsigned number. */
    long raw(byte[] data, int row, int index) {
        return switch (bits) {
            case 8 -> data[row + index] & 0xff;
            case 16 -> octets(data, row + index * 2, 2);
            case 24, 32, 64 -> octets(data, row + index * (bits / 8), bits / 8);
            default -> packed(data, row, index);
        };
    }

    private long octets(byte[] data, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int place = order == ByteOrder.BIG_ENDIAN ? i : count - 1 - i;
            value = value << 8 | data[at + place] & 0xff;
        }
        return value;
    }

    private long packed(byte[] data, int row, int index) {
        long bit = (long) index * bits;
        int at = row + (int) (bit >> 3);
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = value << 8 | (at + i < data.length ? data[at + i] & 0xff : 0);
        }
        return value >> 24 - bits - (int) (bit & 7) & (1 << bits) - 1;
    }

    private double real(byte[] data, int row, int index) {
        long raw = raw(data, row, index);
        return switch (bits) {
            case 16 -> small((int) raw, 10, 5);
            case 24 -> small((int) raw, 16, 7);
            case 32 -> Float.intBitsToFloat((int) raw);
            default -> ByteBuffer.allocate(8).putLong(0, raw).getDouble(0);
        };
    }

    /** Floating point of a sign, an exponent and a mantissa of some bits. */
    private static double small(int raw, int mantissaBits, int exponentBits) {
        int mantissa = raw & (1 << mantissaBits) - 1;
        int exponent = raw >> mantissaBits & (1 << exponentBits) - 1;
        int bias = (1 << exponentBits - 1) - 1;
        double sign = raw >> mantissaBits + exponentBits != 0 ? -1 : 1;
        if (exponent == (1 << exponentBits) - 1) {
            return mantissa == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((double) mantissa, 1 - bias - mantissaBits)
                : sign * Math.scalb((double) (mantissa | 1 << mantissaBits), exponent - bias - mantissaBits);
    }
}
