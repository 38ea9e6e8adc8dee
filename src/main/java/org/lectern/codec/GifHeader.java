package org.lectern.codec;

import java.io.IOException;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * A GIF file up to the pixels of its first frame.
 *
 * @param screen the logical screen, made larger where the first frame reaches over it
 * @param frame where the first frame lies on it
 * @param interlaced whether its rows come in four passes
 * @param palette its colours
 * @param dataAt position of the compressed pixels
 */
record GifHeader(Dimensions screen, Rect frame, boolean interlaced, Palette palette, long dataAt) {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;

    static GifHeader read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            in.setByteOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
            in.seek(6);
            int width = in.readUnsignedShort();
            int height = in.readUnsignedShort();
            int flags = in.readUnsignedByte();
            in.skipBytes(2);
            byte[] colours = colours(in, flags);
            int clear = -1;
            while (true) {
                int block = in.readUnsignedByte();
                if (block == IMAGE) {
                    return frame(in, width, height, colours, clear);
                }
                if (block != EXTENSION) {
                    throw new IiifException.Broken("The GIF file is broken: it has no frame.");
                }
                clear = in.readUnsignedByte() == GRAPHIC_CONTROL ? control(in) : clear;
                skipBlocks(in);
            }
        }
    }

    /** The index of the transparent colour, or -1. */
    private static int control(BlobStream in) throws IOException {
        int length = in.readUnsignedByte();
        long at = in.getStreamPosition();
        int flags = in.readUnsignedByte();
        in.skipBytes(2);
        int clear = in.readUnsignedByte();
        in.seek(at + length);
        return length >= 4 && (flags & 1) != 0 ? clear : -1;
    }

    private static void skipBlocks(BlobStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.seek(in.getStreamPosition() + length);
        }
    }

    private static byte[] colours(BlobStream in, int flags) throws IOException {
        byte[] colours = new byte[(flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1];
        in.readFully(colours);
        return colours;
    }

    private static GifHeader frame(BlobStream in, int width, int height, byte[] global, int clear)
            throws IOException {
        int x = in.readUnsignedShort();
        int y = in.readUnsignedShort();
        Dimensions size = Heads.size("GIF", in.readUnsignedShort(), in.readUnsignedShort());
        int flags = in.readUnsignedByte();
        byte[] local = colours(in, flags);
        Rect frame = new Rect(x, y, size.width(), size.height());
        Dimensions screen = new Dimensions(Math.max(width, frame.right()), Math.max(height, frame.bottom()));
        byte[] colours = local.length > 0 ? local : global;
        Palette palette = palette(colours, clear, !frame.equals(screen.bounds()));
        return new GifHeader(screen, frame, (flags & 0x40) != 0, palette, in.getStreamPosition());
    }

    private static Palette palette(byte[] colours, int clear, boolean uncovered) {
        Palette opaque = Palette.of(colours, 3, 0, 1, 2);
        boolean transparent = clear >= 0 && clear < opaque.size();
        if (transparent) {
            opaque.rgba()[clear * 4 + 3] = 0;
        }
        return new Palette(opaque.rgba(), transparent || uncovered);
    }
}
