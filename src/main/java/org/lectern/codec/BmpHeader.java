package org.lectern.codec;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The header of a BMP file, of whatever version.
 *
 * @param size in pixels
 * @param topDown whether the first stored row is the top one
 * @param bits a pixel: 1, 2, 4, 8, 16, 24 or 32
 * @param compression 0 none, 1 and 2 runs of 8 and 4 bits, 3 bit fields
 * @param masks bits of red, green, blue and alpha in a pixel of 16 or 32 bits
 * @param palette for 8 bits and below
 * @param icc embedded profile; empty without
 * @param dpi dots an inch
 * @param dataAt position of the pixels
 */
record BmpHeader(
        Dimensions size,
        boolean topDown,
        int bits,
        int compression,
        int[] masks,
        Palette palette,
        byte[] icc,
        OptionalDouble dpi,
        long dataAt) {

    static final int RLE8 = 1;
    static final int RLE4 = 2;
    private static final int BIT_FIELDS = 3;
    private static final int ALPHA_BIT_FIELDS = 6;
    private static final int CORE = 12; // header size of OS/2 1
    private static final int INFO = 40; // header size of Windows 3
    private static final int OS2 = 64; // header size of OS/2 2
    private static final int EMBEDDED = 0x4d424544; // "MBED"

    boolean indexed() {
        return bits <= 8;
    }

    boolean alpha() {
        return indexed() ? palette.alpha() : masks[3] != 0;
    }

    boolean runs() {
        return compression == RLE8 || compression == RLE4;
    }

    static BmpHeader read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            in.seek(10);
            long dataAt = in.readUnsignedInt();
            long length = in.readUnsignedInt();
            return length == CORE ? core(in, dataAt) : info(in, dataAt, length);
        }
    }

    private static BmpHeader core(BlobStream in, long dataAt) throws IOException {
        Dimensions size = Heads.size("BMP", in.readUnsignedShort(), in.readUnsignedShort());
        in.skipBytes(2);
        int bits = bits(in.readUnsignedShort());
        int entries = bits > 8 ? 0 : 1 << bits;
        Palette palette = palette(in, 14 + CORE, Math.min(entries, Math.max(0, (dataAt - 14 - CORE) / 3)), 3);
        return new BmpHeader(
                size, false, bits, 0, masks(bits), palette, new byte[0], OptionalDouble.empty(), dataAt);
    }

    private static BmpHeader info(BlobStream in, long dataAt, long length) throws IOException {
        if (length < 16 || length > 1024) {
            throw new IiifException.Broken("The BMP file is broken: a header of " + length + " bytes does not exist.");
        }
        int width = in.readInt();
        int height = in.readInt();
        Dimensions size = Heads.size("BMP", width, Math.abs((long) height));
        in.skipBytes(2);
        int bits = bits(in.readUnsignedShort());
        int compression = length >= 20 ? compression(in.readInt(), bits, length) : 0;
        in.seek(14 + 24);
        OptionalDouble dpi = length >= INFO ? Density.perMetre(in.readInt()) : OptionalDouble.empty();
        in.seek(14 + 32);
        long used = length >= INFO ? in.readUnsignedInt() : 0;
        boolean apart = length == INFO && compression >= BIT_FIELDS; // the masks stand behind the header
        int[] masks = compression >= BIT_FIELDS
                ? masks(in, length >= 56 || compression == ALPHA_BIT_FIELDS)
                : masks(bits);
        long colours = bits > 8 ? 0 : used == 0 || used > 1 << bits ? 1 << bits : used;
        long colourAt = 14 + length + (apart ? 12 : 0);
        colours = Math.min(colours, Math.max(0, (in.length() - colourAt) / 4));
        Palette palette = palette(in, colourAt, colours, 4);
        boolean clear = compression == RLE8 || compression == RLE4; // runs can leave pixels out
        return new BmpHeader(size, height < 0, bits, compression, masks, new Palette(palette.rgba(), clear),
                profile(in, length), dpi, dataAt);
    }

    private static int bits(int bits) {
        return switch (bits) {
            case 1, 2, 4, 8, 16, 24, 32 -> bits;
            default -> throw new IiifException.Broken("The BMP file is broken: " + bits + " bits a pixel.");
        };
    }

    private static int compression(int compression, int bits, long length) {
        boolean fits = switch (compression) {
            case 0 -> true;
            case RLE8 -> bits == 8;
            case RLE4 -> bits == 4;
            case BIT_FIELDS -> length != OS2 && (bits == 16 || bits == 32);
            case ALPHA_BIT_FIELDS -> bits == 16 || bits == 32;
            default -> false;
        };
        if (!fits) {
            throw new IiifException.Unsupported("BMP compression " + compression + " with " + bits
                    + " bits a pixel is not read; none, RLE4, RLE8 and bit fields are.");
        }
        return compression;
    }

    private static int[] masks(int bits) {
        return bits == 16
                ? new int[] {0x7c00, 0x03e0, 0x001f, 0}
                : new int[] {0xff0000, 0xff00, 0xff, 0};
    }

    private static int[] masks(BlobStream in, boolean alpha) throws IOException {
        in.seek(14 + INFO);
        return new int[] {in.readInt(), in.readInt(), in.readInt(), alpha ? in.readInt() : 0};
    }

    private static Palette palette(BlobStream in, long at, long entries, int entryBytes) throws IOException {
        byte[] colours = new byte[(int) entries * entryBytes];
        in.seek(at);
        in.readFully(colours);
        return Palette.of(colours, entryBytes, 2, 1, 0);
    }

    private static byte[] profile(BlobStream in, long length) throws IOException {
        if (length < 124) {
            return new byte[0];
        }
        in.seek(14 + 56);
        boolean embedded = in.readInt() == EMBEDDED;
        in.seek(14 + 112);
        long at = 14 + in.readUnsignedInt();
        long bytes = in.readUnsignedInt();
        if (!embedded || bytes > EmbeddedProfile.MAX_BYTES || at + bytes > in.length()) {
            return new byte[0];
        }
        byte[] icc = new byte[(int) bytes];
        in.seek(at);
        in.readFully(icc);
        return icc;
    }
}
