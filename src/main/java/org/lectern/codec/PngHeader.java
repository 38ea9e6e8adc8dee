package org.lectern.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.zip.InflaterInputStream;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The chunks of a PNG file before its pixels.
 *
 * @param size as stored
 * @param depth bits a sample: 1, 2, 4, 8 or 16
 * @param colour colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param interlaced whether the rows come in the seven passes of Adam7
 * @param palette PLTE as it stands; empty without
 * @param transparency tRNS as it stands; empty without
 * @param icc the inflated profile; empty without
 * @param exif of the eXIf chunk
 * @param dpi of the pHYs chunk
 * @param dataAt position of the first IDAT chunk
 */
record PngHeader(
        Dimensions size,
        int depth,
        int colour,
        boolean interlaced,
        byte[] palette,
        byte[] transparency,
        byte[] icc,
        Exif exif,
        OptionalDouble dpi,
        long dataAt) {

    static final int IHDR = 0x49484452;
    static final int IDAT = 0x49444154;
    static final int IEND = 0x49454e44;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int ICCP = 0x69434350;
    private static final int EXIF = 0x65584966;
    private static final int PHYS = 0x70485973;
    private static final int MAX_HELD = 1 << 20; // bytes of a chunk that is held in memory
    private static final int INDEXED = 3;

    /** Whether there is a band of alpha in the decoded picture. */
    boolean alpha() {
        return colour == 4 || colour == 6 || transparency.length > 0;
    }

    boolean indexed() {
        return colour == INDEXED;
    }

    /** Samples a stored pixel. */
    int channels() {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    boolean gray() {
        return colour == 0 || colour == 4;
    }

    /** The palette with its transparency. */
    Palette colours() {
        Palette opaque = Palette.of(palette, 3, 0, 1, 2);
        for (int i = 0; i < Math.min(transparency.length, opaque.size()); i++) {
            opaque.rgba()[i * 4 + 3] = transparency[i];
        }
        return new Palette(opaque.rgba(), transparency.length > 0);
    }

    /** Reads up to the first IDAT chunk. */
    static PngHeader read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            in.seek(8);
            Reading reading = new Reading();
            while (true) {
                long length = in.readUnsignedInt();
                int type = in.readInt();
                long at = in.getStreamPosition();
                if (type == IDAT) {
                    return reading.header(at - 8);
                }
                if (type == IEND) {
                    throw new IiifException.Broken("The PNG file is broken: it ends before its pixels.");
                }
                reading.chunk(type, in, (int) Math.min(length, MAX_HELD + 1));
                in.seek(at + length + 4);
            }
        }
    }

    /** The chunks seen so far. */
    private static final class Reading {
        private Dimensions size;
        private int depth;
        private int colour;
        private boolean interlaced;
        private byte[] palette = new byte[0];
        private byte[] transparency = new byte[0];
        private byte[] icc = new byte[0];
        private Exif exif = Exif.NONE;
        private OptionalDouble dpi = OptionalDouble.empty();

        void chunk(int type, BlobStream in, int length) throws IOException {
            switch (type) {
                case IHDR -> head(in);
                case PLTE -> palette = held(in, Math.min(length, 768) / 3 * 3);
                case TRNS -> transparency = held(in, Math.min(length, 256));
                case ICCP -> icc = inflated(held(in, length));
                case EXIF -> exif = Exif.parse(held(in, length));
                case PHYS -> density(in);
                default -> { }
            }
        }

        private void head(BlobStream in) throws IOException {
            size = Heads.size("PNG", in.readUnsignedInt(), in.readUnsignedInt());
            depth = in.readUnsignedByte();
            colour = in.readUnsignedByte();
            in.skipBytes(2);
            interlaced = in.readUnsignedByte() == 1;
            boolean valid = switch (colour) {
                case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                case 2, 4, 6 -> depth == 8 || depth == 16;
                default -> false;
            };
            if (!valid) {
                throw new IiifException.Broken(
                        "The PNG file is broken: colour type " + colour + " with " + depth + " bits does not exist.");
            }
        }

        private void density(BlobStream in) throws IOException {
            double dots = in.readUnsignedInt();
            in.readInt();
            dpi = in.readByte() == 1 ? Density.perMetre(dots) : OptionalDouble.empty();
        }

        PngHeader header(long dataAt) {
            if (size == null || colour == INDEXED && palette.length == 0) {
                throw new IiifException.Broken("The PNG file is broken: its header or its palette is missing.");
            }
            byte[] clear = colour == 4 || colour == 6 ? new byte[0] : usable(transparency);
            return new PngHeader(size, depth, colour, interlaced, palette, clear, icc, exif,
                    dpi.isPresent() ? dpi : exif.dpi(), dataAt);
        }

        private byte[] usable(byte[] clear) {
            int wanted = colour == 0 ? 2 : colour == 2 ? 6 : 1;
            return clear.length >= wanted ? clear : new byte[0];
        }

        private static byte[] held(BlobStream in, int length) throws IOException {
            if (length > MAX_HELD) {
                return new byte[0]; // as if it were not there
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }

        private static byte[] inflated(byte[] chunk) {
            int name = 0;
            while (name < chunk.length && chunk[name] != 0) {
                name++;
            }
            if (name + 2 >= chunk.length) {
                return new byte[0];
            }
            var compressed = new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2);
            try (InflaterInputStream in = new InflaterInputStream(compressed)) {
                byte[] profile = in.readNBytes(EmbeddedProfile.MAX_BYTES + 1);
                return profile.length > EmbeddedProfile.MAX_BYTES ? new byte[0] : profile;
            } catch (IOException e) {
                return new byte[0]; // a broken profile is as if it were not there
            }
        }
    }
}
