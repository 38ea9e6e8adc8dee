package org.lectern.codec;

import java.io.EOFException;
import java.io.IOException;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.IiifException;

/**
 * What the boxes of a JP2 file say of its channels; a raw codestream says nothing.
 *
 * @param codestreamAt position of the codestream
 * @param codestreamLength its length, up to the end of the file at most
 * @param palette entries × columns; empty without
 * @param columns of the palette
 * @param columnBits depth of each column
 * @param channels for each channel its component and its column of the palette, -1 for none; empty means the
 *     components themselves
 * @param definitions for each defined channel its number, type (0 colour, 1 opacity, 2 premultiplied opacity) and
 *     association
 * @param colours enumerated colour space, {@value #ICC} for a profile, 0 for unknown
 * @param icc the profile; empty without
 * @param dpi dots an inch
 */
record Jp2Boxes(
        long codestreamAt,
        long codestreamLength,
        int[] palette,
        int columns,
        int[] columnBits,
        int[][] channels,
        int[][] definitions,
        int colours,
        byte[] icc,
        OptionalDouble dpi) {

    static final int ICC = -1;
    static final int CMYK = 12;
    static final int CIELAB = 14;
    static final int SRGB = 16;
    static final int GRAY = 17;
    static final int SYCC = 18;

    private static final int MAX_BOXES = 10_000;

    static Jp2Boxes read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            Reading reading = new Reading(blob.length());
            if ((in.readInt() & 0xffffffffL) == 0xff4fff51L) {
                reading.codestreamAt = 0;
                reading.codestreamLength = blob.length();
                return reading.boxes();
            }
            reading.walk(in, 0, blob.length(), 0);
            return reading.boxes();
        }
    }

    /** The boxes seen so far. */
    private static final class Reading {
        private static final int JP2C = 0x6a703263;
        private static final int JP2H = 0x6a703268;
        private static final int RES = 0x72657320;
        private static final int RESC = 0x72657363;
        private static final int RESD = 0x72657364;
        private static final int PCLR = 0x70636c72;
        private static final int CMAP = 0x636d6170;
        private static final int CDEF = 0x63646566;
        private static final int COLR = 0x636f6c72;

        private final long fileLength;
        private int boxes;
        private long codestreamAt = -1;
        private long codestreamLength;
        private int[] palette = {};
        private int[] columnBits = {};
        private int[][] channels = {};
        private int[][] definitions = {};
        private int colours;
        private byte[] icc = {};
        private OptionalDouble dpi = OptionalDouble.empty();

        Reading(long fileLength) {
            this.fileLength = fileLength;
        }

        void walk(BlobStream in, long from, long to, int depth) throws IOException {
            long at = from;
            while (at + 8 <= to && boxes++ < MAX_BOXES && codestreamAt < 0) {
                in.seek(at);
                long length = in.readUnsignedInt();
                int type = in.readInt();
                int head = 8;
                if (length == 1) {
                    length = in.readLong();
                    head = 16;
                } else if (length == 0) {
                    length = to - at;
                }
                if (length < head) {
                    throw new IiifException.Broken("The JP2 file is broken: a box of " + length + " bytes.");
                }
                box(in, type, at + head, Math.min(to, at + length), depth);
                at = at + length < at ? to : at + length;
            }
        }

        private void box(BlobStream in, int type, long at, long end, int depth) throws IOException {
            switch (type) {
                case JP2C -> {
                    codestreamAt = at;
                    codestreamLength = end - at;
                }
                case JP2H, RES -> {
                    if (depth < 2) {
                        walk(in, at, end, depth + 1);
                    }
                }
                case RESC, RESD -> resolution(in, type == RESD);
                case PCLR -> palette(in);
                case CMAP -> channels(in, end);
                case CDEF -> definitions(in);
                case COLR -> colours(in, end);
                default -> { }
            }
        }

        private void resolution(BlobStream in, boolean display) throws IOException {
            in.skipBytes(4);
            double above = in.readUnsignedShort();
            double below = in.readUnsignedShort();
            in.skipBytes(1);
            int exponent = in.readByte();
            if (!display || dpi.isEmpty()) { // the capture resolution is the one that tells the object's size
                dpi = Density.perMetre(above / below * Math.pow(10, exponent));
            }
        }

        private void palette(BlobStream in) throws IOException {
            int entries = in.readUnsignedShort();
            int columns = in.readUnsignedByte();
            if (entries < 1 || entries > 1024 || columns < 1) {
                throw new IiifException.Broken("The JP2 file is broken: a palette of " + entries + " entries.");
            }
            columnBits = new int[columns];
            for (int i = 0; i < columns; i++) {
                columnBits[i] = (in.readUnsignedByte() & 0x7f) + 1;
            }
            palette = new int[entries * columns];
            for (int i = 0; i < palette.length; i++) {
                palette[i] = columnBits[i % columns] > 8 ? in.readUnsignedShort() : in.readUnsignedByte();
            }
        }

        private void channels(BlobStream in, long end) throws IOException {
            channels = new int[(int) Math.min(256, (end - in.getStreamPosition()) / 4)][];
            for (int i = 0; i < channels.length; i++) {
                int component = in.readUnsignedShort();
                boolean mapped = in.readUnsignedByte() == 1;
                int column = in.readUnsignedByte();
                channels[i] = new int[] {component, mapped ? column : -1};
            }
        }

        private void definitions(BlobStream in) throws IOException {
            definitions = new int[Math.min(256, in.readUnsignedShort())][];
            for (int i = 0; i < definitions.length; i++) {
                definitions[i] =
                        new int[] {in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort()};
            }
        }

        private void colours(BlobStream in, long end) throws IOException {
            if (colours != 0) {
                return; // the first that is understood counts
            }
            int method = in.readUnsignedByte();
            in.skipBytes(2);
            if (method == 1) {
                colours = in.readInt();
            } else if (method == 2 || method == 3) {
                colours = ICC;
                icc = held(in, end - in.getStreamPosition());
            }
        }

        private static byte[] held(BlobStream in, long length) throws IOException {
            byte[] bytes = new byte[(int) Math.max(0, length > EmbeddedProfile.MAX_BYTES ? 0 : length)];
            try {
                in.readFully(bytes);
            } catch (EOFException e) {
                return new byte[0];
            }
            return bytes;
        }

        Jp2Boxes boxes() {
            if (codestreamAt < 0 || codestreamAt >= fileLength) {
                throw new IiifException.Broken("The JP2 file is broken: it has no codestream.");
            }
            return new Jp2Boxes(codestreamAt, codestreamLength, palette, columnBits.length, columnBits,
                    palette.length > 0 ? channels : new int[0][], definitions, colours, icc, dpi);
        }
    }
}
