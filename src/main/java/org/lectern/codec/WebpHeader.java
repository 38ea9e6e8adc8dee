package org.lectern.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The chunks of a WebP file, without its pixels.
 *
 * @param size of the canvas, as stored
 * @param alpha whether there is transparency
 * @param animated whether it is a sequence of frames
 * @param icc embedded profile; empty without
 * @param exif of the EXIF chunk
 * @param plainAlpha uncompressed transparency of a still picture; none when there is none, or it is compressed
 */
record WebpHeader(
        Dimensions size, boolean alpha, boolean animated, byte[] icc, Exif exif, Optional<WebpAlpha> plainAlpha) {

    private static final int VP8 = 0x20385056;
    private static final int VP8L = 0x4c385056;
    private static final int VP8X = 0x58385056;
    private static final int ICCP = 0x50434349;
    private static final int EXIF = 0x46495845;
    private static final int ALPH = 0x48504c41;
    private static final int MAX_CHUNKS = 100_000;

    static WebpHeader read(Blob blob) throws IOException {
        try (BlobStream in = new BlobStream(blob)) {
            in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            Reading reading = new Reading();
            long at = 12;
            for (int i = 0; i < MAX_CHUNKS && at + 8 <= in.length(); i++) {
                in.seek(at);
                int type = in.readInt();
                long length = in.readUnsignedInt();
                reading.chunk(in, type, length);
                if (!reading.extended) {
                    break; // a simple file has nothing else
                }
                at += 8 + length + (length & 1);
            }
            return reading.header();
        }
    }

    /** The chunks seen so far. */
    private static final class Reading {
        private Dimensions size;
        private boolean extended;
        private boolean alpha;
        private boolean animated;
        private byte[] icc = new byte[0];
        private Exif exif = Exif.NONE;
        private Optional<WebpAlpha> plainAlpha = Optional.empty();

        void chunk(BlobStream in, int type, long length) throws IOException {
            switch (type) {
                case VP8X -> canvas(in);
                case VP8 -> lossy(in);
                case VP8L -> lossless(in);
                case ICCP -> icc = held(in, length, EmbeddedProfile.MAX_BYTES);
                case ALPH -> alpha(in, length);
                case EXIF -> exif = Exif.parse(held(in, length, 1 << 20));
                default -> { }
            }
        }

        private void canvas(BlobStream in) throws IOException {
            extended = true;
            int flags = in.readInt();
            alpha = (flags & 0x10) != 0;
            animated = (flags & 0x02) != 0;
            size = Heads.size("WebP", 1 + triple(in), 1 + triple(in));
        }

        private void alpha(BlobStream in, long length) throws IOException {
            int form = in.readUnsignedByte();
            boolean compressed = (form & 3) != 0;
            if (alpha && size != null && !compressed && length > size.area()) {
                plainAlpha = Optional.of(new WebpAlpha(in.getStreamPosition(), form >> 2 & 3));
            }
        }

        private static long triple(BlobStream in) throws IOException {
            return in.readUnsignedShort() | (long) in.readUnsignedByte() << 16;
        }

        private void lossy(BlobStream in) throws IOException {
            if (size != null) {
                return;
            }
            in.skipBytes(6);
            size = Heads.size("WebP", in.readUnsignedShort() & 0x3fff, in.readUnsignedShort() & 0x3fff);
        }

        private void lossless(BlobStream in) throws IOException {
            plainAlpha = Optional.empty(); // lossless pictures have their own
            if (size != null) {
                return;
            }
            if (in.readUnsignedByte() != 0x2f) {
                throw new IiifException.Broken("The WebP file is broken: its lossless data lack their signature.");
            }
            int bits = in.readInt();
            size = Heads.size("WebP", 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
            alpha = (bits >> 28 & 1) != 0;
        }

        private static byte[] held(BlobStream in, long length, int most) throws IOException {
            if (length > most) {
                return new byte[0]; // as if it were not there
            }
            byte[] bytes = new byte[(int) length];
            try {
                in.readFully(bytes);
            } catch (EOFException e) {
                return new byte[0];
            }
            return bytes;
        }

        WebpHeader header() {
            if (size == null) {
                throw new IiifException.Broken("The WebP file is broken: it has no picture.");
            }
            return new WebpHeader(size, alpha, animated, icc, exif, plainAlpha);
        }
    }
}
