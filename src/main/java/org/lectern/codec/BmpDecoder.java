package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.blob.Picture;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;

/**
 * Reads BMP: all header versions, 1 to 32 bits a pixel, run-length coding and bit fields. Uncompressed
 * rows outside the region are skipped; only the region is held.
 */
public final class BmpDecoder implements Decoder {

    private static final String FORMAT = "BMP";
    private static final long FIXED_COST = 1 << 20;

    /** It needs nothing. */
    public BmpDecoder() {}

    @Override
    public String name() {
        return "bmp";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 0, "BM") && head.length >= 26 && head[15] <= 3 && head[16] == 0 && head[17] == 0;
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        BmpHeader header = Guarded.read(FORMAT, picture.blob(), () -> BmpHeader.read(picture.blob()));
        Quality nature = header.indexed() ? header.palette().nature() : Quality.COLOR;
        int bands = header.indexed() ? header.palette().bands() : header.alpha() ? 4 : 3;
        return new Pyramid(
                List.of(new Pyramid.Level(header.size(), header.size())), nature, bands, 8, header.dpi(), name());
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return FIXED_COST + 4L * pyramid.size().width() + region.size().area() * pyramid.bands();
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> pixels(picture.blob(), region));
    }

    private static BufferedImage pixels(Blob blob, Rect region) throws IOException {
        BmpHeader header = BmpHeader.read(blob);
        ColorSpace space = header.indexed() ? header.palette().space() : EmbeddedProfile.spaceOr(header.icc(), 3);
        BufferedImage image = Pixels.create(region.size(), space, header.alpha(), 8);
        try (BlobStream in = new BlobStream(blob)) {
            in.seek(header.dataAt());
            if (header.runs()) {
                new BmpRuns(in, header, region, image).read();
            } else {
                rows(in, header, region, image);
            }
        }
        return image;
    }

    private static void rows(BlobStream in, BmpHeader header, Rect region, BufferedImage image) throws IOException {
        long stride = ((long) header.size().width() * header.bits() + 31) / 32 * 4;
        long firstBit = (long) region.x() * header.bits();
        byte[] row = new byte[Math.toIntExact((firstBit % 8 + (long) region.width() * header.bits() + 7) / 8)];
        for (int y = 0; y < region.height(); y++) {
            int stored = header.topDown() ? region.y() + y : header.size().height() - 1 - region.y() - y;
            in.seek(header.dataAt() + stored * stride + firstBit / 8);
            in.readFully(row);
            row(row, (int) (firstBit % 8), header, image, y);
        }
    }

    private static void row(byte[] row, int skipBits, BmpHeader header, BufferedImage image, int y) {
        byte[] bytes = Pixels.bytes(image);
        int bands = Pixels.bands(image);
        int at = y * image.getWidth() * bands;
        for (int x = 0; x < image.getWidth(); x++, at += bands) {
            int pixel = pixel(row, skipBits + x * header.bits(), header.bits());
            if (header.indexed()) {
                header.palette().put(pixel, bytes, at, bands);
            } else {
                for (int band = 0; band < bands; band++) {
                    bytes[at + band] = part(pixel, header.masks()[band]);
                }
            }
        }
    }

    private static int pixel(byte[] row, int bit, int bits) {
        int at = bit >> 3;
        if (bits <= 8) {
            return (row[at] & 0xff) >> 8 - bits - (bit & 7) & (1 << bits) - 1;
        }
        int pixel = 0;
        for (int i = 0; i < bits / 8; i++) {
            pixel |= (row[at + i] & 0xff) << 8 * i;
        }
        return pixel;
    }

    private static byte part(int pixel, int mask) {
        if (mask == 0) {
            return 0;
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long most = (mask & 0xffffffffL) >> shift;
        return (byte) Samples.stretch((pixel & mask & 0xffffffffL) >> shift, most, 255);
    }
}
