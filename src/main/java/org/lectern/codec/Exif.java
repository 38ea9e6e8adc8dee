package org.lectern.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;

/**
 * What an EXIF block says of the picture as a whole; what is broken in it is as if it were not there.
 *
 * @param orientation how the picture becomes upright
 * @param dpi dots an inch
 */
record Exif(Orientation orientation, OptionalDouble dpi) {

    static final Exif NONE = new Exif(Orientation.UPRIGHT, OptionalDouble.empty());

    private static final int ORIENTATION = 274;
    private static final int X_RESOLUTION = 282;
    private static final int RESOLUTION_UNIT = 296;
    private static final int CENTIMETRE = 3;

    /** Reads a TIFF structure as EXIF embeds it, with or without the letters {@code Exif} before it. */
    static Exif parse(byte[] block) {
        int skip = block.length > 6 && block[0] == 'E' && block[1] == 'x' ? 6 : 0;
        ByteBuffer tiff = ByteBuffer.wrap(block, skip, block.length - skip).slice();
        try {
            tiff.order(tiff.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            return directory(tiff, tiff.getInt(4));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return NONE;
        }
    }

    private static Exif directory(ByteBuffer tiff, int at) {
        int entries = tiff.getShort(at) & 0xffff;
        Orientation orientation = Orientation.UPRIGHT;
        double resolution = 0;
        int unit = 2;
        for (int entry = at + 2; entry < at + 2 + entries * 12 && entry + 12 <= tiff.limit(); entry += 12) {
            switch (tiff.getShort(entry) & 0xffff) {
                case ORIENTATION -> orientation = Orientation.of(tiff.getShort(entry + 8));
                case X_RESOLUTION -> resolution = rational(tiff, tiff.getInt(entry + 8));
                case RESOLUTION_UNIT -> unit = tiff.getShort(entry + 8);
                default -> { }
            }
        }
        return new Exif(orientation, Density.perInch(unit == CENTIMETRE ? resolution * 2.54 : resolution));
    }

    private static double rational(ByteBuffer tiff, int at) {
        if (at < 0 || at > tiff.limit() - 8) {
            return 0;
        }
        return (tiff.getInt(at) & 0xffffffffL) / (double) (tiff.getInt(at + 4) & 0xffffffffL);
    }
}
