package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffTag;

/** The stored pieces of a TIFF picture, decompressed: rows of samples, each row from a new byte on. */
final class TiffStored {

    static final int NONE = 1;
    static final int OLD_JPEG = 6;
    static final int JPEG = 7;
    static final int WEBP = 50001;

    private static final int JPEG_INTERCHANGE = 513;
    private static final int MAX_TABLES = 1 << 16;

    private final TiffDirectory directory;
    private final int compression;

    TiffStored(TiffDirectory directory) {
        this.directory = directory;
        this.compression = directory.compression();
    }

    /** Refuses what is not read. */
    static void requireReadable(TiffDirectory directory) {
        switch (directory.compression()) {
            case NONE, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32773, 32946, WEBP -> { }
            default -> throw new IiifException.Unsupported("TIFF compression " + directory.compression()
                    + " is not read; none, CCITT, LZW, JPEG, Deflate, PackBits and WebP are.");
        }
    }

    /** Whether its samples come out of a JPEG or WebP stream: 8 bits each, whole pixels, no subsampling left. */
    boolean coded() {
        return compression == JPEG || compression == OLD_JPEG || compression == WEBP;
    }

    /** Whether some rows can be had without those above them. */
    boolean direct() {
        return compression == NONE;
    }

    /**
     * Some rows of one piece.
     *
     * @param index of the piece in its plane, the planes before it counted
     * @param shape columns and rows that the piece has
     * @param samples a pixel in this plane
     * @param first row to begin with; 0 unless {@link #direct()}
     * @param rows how many
     */
    byte[] rows(long index, Dimensions shape, int samples, int first, int rows) throws IOException {
        long at = directory.chunkAt(index);
        long stored = directory.chunkLength(index);
        int rowBytes = rowBytes(shape.width(), samples);
        int length = Math.multiplyExact(rowBytes, rows);
        if (compression == OLD_JPEG) {
            return oldJpeg(index, shape, samples);
        }
        if (at == 0 || stored == 0) {
            return new byte[coded() ? Math.multiplyExact(shape.width() * samples, shape.height()) : length];
        }
        if (compression == NONE) {
            return uncompressed(at + (long) first * rowBytes, stored - (long) first * rowBytes, length);
        }
        byte[] data = directory.stored(at, Math.toIntExact(stored));
        return coded() ? coded(data, shape, samples) : expanded(ordered(data), shape, samples, length);
    }

    int rowBytes(int width, int samples) {
        return Math.toIntExact(((long) width * samples * directory.bits(0) + 7) / 8);
    }

    private byte[] uncompressed(long at, long stored, int length) {
        byte[] data = directory.stored(at, (int) Math.min(Math.max(0, stored), length));
        return whole(ordered(data), data.length, length);
    }

    private byte[] ordered(byte[] data) {
        if (directory.number(TiffTag.FILL_ORDER, 1) == 2) {
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (Integer.reverse(data[i]) >>> 24);
            }
        }
        return data;
    }

    private byte[] expanded(byte[] data, Dimensions shape, int samples, int length) throws IOException {
        if (compression >= 2 && compression <= 4) {
            int tag = compression == 4 ? TiffTag.T6_OPTIONS : TiffTag.T4_OPTIONS;
            int options = (int) directory.number(tag, 0);
            return TiffFax.expand(data, compression, options, shape.width(), shape.height());
        }
        byte[] rows = new byte[length];
        int filled = switch (compression) {
            case 5 -> TiffLzw.expand(data, rows);
            case 32773 -> packBits(data, rows);
            default -> inflate(data, rows);
        };
        whole(rows, filled, length);
        int predictor = (int) directory.number(TiffTag.PREDICTOR, 1);
        ByteOrder order = directory.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        TiffPredictor.undo(predictor, rows, rowBytes(shape.width(), samples), samples, directory.bits(0), order);
        return rows;
    }

    /** A piece that ends early is completed with zeros, when at least a part of it is there. */
    private static byte[] whole(byte[] rows, int filled, int length) {
        if (filled == 0) {
            throw new IiifException.Broken("The TIFF file is broken: a strip or tile of it is empty.");
        }
        return rows.length == length ? rows : Arrays.copyOf(rows, length);
    }

    private static int packBits(byte[] data, byte[] into) {
        int filled = 0;
        int at = 0;
        while (at < data.length - 1 && filled < into.length) {
            int code = data[at++];
            if (code >= 0) {
                int count = Math.min(Math.min(code + 1, data.length - at), into.length - filled);
                System.arraycopy(data, at, into, filled, count);
                at += code + 1;
                filled += count;
            } else if (code != -128) {
                int count = Math.min(1 - code, into.length - filled);
                Arrays.fill(into, filled, filled + count, data[at++]);
                filled += count;
            }
        }
        return filled;
    }

    private static int inflate(byte[] data, byte[] into) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            int filled = 0;
            int n = 1;
            while (filled < into.length && n > 0) {
                n = inflater.inflate(into, filled, into.length - filled);
                filled += n;
            }
            return filled;
        } catch (DataFormatException e) {
            throw new IiifException.Broken("The TIFF file is broken: its Deflate data make no sense.", e);
        } finally {
            inflater.end();
        }
    }

    private byte[] coded(byte[] data, Dimensions shape, int samples) throws IOException {
        if (compression == WEBP) {
            BufferedImage image = WebpDecoder.whole(new HeldBlob(data, "a tile"));
            Raster raster = image.getRaster();
            byte[] pixels = new byte[raster.getWidth() * raster.getHeight() * raster.getNumBands()];
            int[] values = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
            for (int i = 0; i < values.length; i++) {
                pixels[i] = (byte) values[i];
            }
            return fitted(pixels, raster.getWidth(), raster.getNumBands(), shape, samples);
        }
        return jpeg(withTables(data), shape, samples);
    }

    private byte[] jpeg(byte[] stream, Dimensions shape, int samples) throws IOException {
        HeldBlob blob = new HeldBlob(stream, "a tile");
        JpegHeader header = JpegHeader.read(blob);
        Heads.size("JPEG", Math.min(header.size().width(), 2L * shape.width() + 64), header.size().height());
        if (header.bits() != 8 || header.process() > JpegHeader.PROGRESSIVE) {
            throw new IiifException.Unsupported(
                    "TIFF with JPEG of " + header.bits() + " bits, process " + header.process() + ", is not read.");
        }
        Rect wanted = new Rect(0, 0, Math.min(header.size().width(), shape.width()),
                Math.min(header.size().height(), shape.height()));
        byte[] pixels = JpegRaster.read(blob, wanted);
        if (directory.photometric() == 6 && header.components() == 3
                || compression == OLD_JPEG && header.luminance()) {
            Luminance.toRgb(pixels, 3);
        }
        return fitted(pixels, wanted.width(), header.components(), shape, samples);
    }

    /** The pixels in the shape and with the samples that the directory tells. */
    private static byte[] fitted(byte[] pixels, int width, int stored, Dimensions shape, int samples) {
        if (width == shape.width() && stored == samples && pixels.length == shape.area() * samples) {
            return pixels;
        }
        byte[] fitted = new byte[Math.toIntExact(shape.area() * samples)];
        int rows = Math.min(pixels.length / (width * stored), shape.height());
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < Math.min(width, shape.width()); x++) {
                for (int s = 0; s < samples; s++) {
                    fitted[(y * shape.width() + x) * samples + s] =
                            s < stored ? pixels[(y * width + x) * stored + s] : (byte) 255;
                }
            }
        }
        return fitted;
    }

    /** The tables stand once for all pieces; they go between a piece's start and the rest of it. */
    private byte[] withTables(byte[] data) {
        byte[] tables = directory.bytes(TiffTag.JPEG_TABLES, MAX_TABLES);
        if (tables.length < 4) {
            return data;
        }
        byte[] stream = Arrays.copyOf(tables, tables.length - 2 + data.length - 2); // without its EOI
        System.arraycopy(data, 2, stream, tables.length - 2, data.length - 2);
        return stream;
    }

    /** Of the old form only what points to one complete JPEG stream for the whole picture. */
    private byte[] oldJpeg(long index, Dimensions shape, int samples) throws IOException {
        long at = directory.number(JPEG_INTERCHANGE, 0);
        if (at == 0 || index > 0 || directory.chunks() > 1 && shape.height() < directory.size().height()) {
            throw new IiifException.Unsupported(
                    "TIFF with old-style JPEG in tables and strips of its own is not read; with one JPEG stream it is.");
        }
        long length = directory.fileLength() - at;
        return jpeg(directory.stored(at, Math.toIntExact(Math.min(length, Integer.MAX_VALUE - 8))), shape, samples);
    }
}
