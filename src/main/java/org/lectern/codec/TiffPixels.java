package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffTag;

/** Puts the pieces of one TIFF directory together to a region of the stored picture. */
final class TiffPixels {

    private static final int YCBCR = 6;

    private final TiffDirectory directory;
    private final Rect region;
    private final TiffStored stored;
    private final TiffSamples values;
    private final TiffColours colours;
    private final Samples samples;
    private final int bands;
    private final int perPixel;
    private final int stepX; // pixels that share a colour difference
    private final int stepY;

    TiffPixels(TiffDirectory directory, Rect region) {
        this.directory = directory;
        this.region = region;
        stored = new TiffStored(directory);
        values = new TiffSamples(directory, stored.coded());
        colours = new TiffColours(directory);
        samples = new Samples(region.size(), colours.space(), colours.alpha(), colours.bits());
        bands = Pixels.bands(samples.image());
        perPixel = directory.samples();
        boolean shared = directory.photometric() == YCBCR && !stored.coded() && perPixel >= 3;
        stepX = shared ? step(0) : 1;
        stepY = shared ? step(1) : 1;
    }

    private int step(int index) {
        long step = directory.number(TiffTag.YCBCR_SUBSAMPLING, index, 2);
        return step == 1 || step == 2 || step == 4 ? (int) step : 2;
    }

    BufferedImage read() throws IOException {
        Dimensions chunk = directory.chunk();
        for (int row = region.y() / chunk.height(); row <= (region.bottom() - 1) / chunk.height(); row++) {
            for (int column = region.x() / chunk.width(); column <= (region.right() - 1) / chunk.width(); column++) {
                piece(column, row);
            }
        }
        return samples.image();
    }

    private void piece(int column, int row) throws IOException {
        Dimensions chunk = directory.chunk();
        int x0 = column * chunk.width();
        int y0 = row * chunk.height();
        int height = directory.tiled() ? chunk.height() : Math.min(chunk.height(), directory.size().height() - y0);
        Dimensions shape = new Dimensions(chunk.width(), height);
        int first = Math.max(0, region.y() - y0);
        int end = Math.min(height, region.bottom() - y0);
        boolean direct = stored.direct() && stepX == 1 && stepY == 1;
        long index = (long) row * directory.across() + column;
        byte[][] planes = planes(index, shape, direct ? first : 0, direct ? end - first : end);
        Piece piece = new Piece(planes, x0, shape.width(), direct ? first : 0);
        for (int y = first; y < end; y++) {
            piece.row(y, y0 + y - region.y());
        }
    }

    private byte[][] planes(long index, Dimensions shape, int first, int rows) throws IOException {
        if (stepX * stepY > 1 && !directory.planar()) {
            return new byte[][] {blocks(index, shape)};
        }
        byte[][] planes = new byte[directory.planar() ? perPixel : 1][];
        for (int plane = 0; plane < planes.length; plane++) {
            boolean coarse = plane > 0 && stepX * stepY > 1;
            Dimensions own = coarse ? new Dimensions(columns(shape), lines(shape)) : shape;
            int ownRows = coarse ? (first + rows - 1) / stepY + 1 : rows;
            planes[plane] = stored.rows(index + plane * directory.chunks(), own, directory.planar() ? 1 : perPixel,
                    coarse ? 0 : first, ownRows);
        }
        return planes;
    }

    private int columns(Dimensions shape) {
        return (shape.width() - 1) / stepX + 1;
    }

    private int lines(Dimensions shape) {
        return (shape.height() - 1) / stepY + 1;
    }

    /** Colour differences that follow the luminances of the pixels they belong to, spread to every pixel. */
    private byte[] blocks(long index, Dimensions shape) throws IOException {
        int unit = stepX * stepY + 2;
        byte[] blocks = stored.rows(index, new Dimensions(columns(shape) * unit, lines(shape)), 1, 0, lines(shape));
        byte[] spread = new byte[Math.toIntExact(shape.area() * 3)];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int block = (y / stepY * columns(shape) + x / stepX) * unit;
                int to = (y * shape.width() + x) * 3;
                spread[to] = blocks[block + y % stepY * stepX + x % stepX];
                spread[to + 1] = blocks[block + unit - 2];
                spread[to + 2] = blocks[block + unit - 1];
            }
        }
        return spread;
    }

    /** One piece in all its planes. */
    private final class Piece {
        private final byte[][] planes;
        private final int left;
        private final int width;
        private final int firstRow;
        private final int rowBytes;
        private final int[] pixel = new int[perPixel];

        Piece(byte[][] planes, int left, int width, int firstRow) {
            this.planes = planes;
            this.left = left;
            this.width = width;
            this.firstRow = firstRow;
            int each = planes.length > 1 ? 1 : perPixel;
            this.rowBytes = stored.coded() || planes.length == 1 && stepX * stepY > 1
                    ? width * each
                    : stored.rowBytes(width, each);
        }

        void row(int y, int target) {
            int from = Math.max(0, region.x() - left);
            int end = Math.min(width, region.right() - left);
            int at = (target * region.width() + left + from - region.x()) * bands;
            int row = (y - firstRow) * rowBytes;
            if (planes.length == 1 && values.bits() == 8 && colours.plain()) {
                byte[] into = Pixels.bytes(samples.image());
                System.arraycopy(planes[0], row + from * bands, into, at, (end - from) * bands);
                return;
            }
            for (int x = from; x < end; x++, at += bands) {
                for (int s = 0; s < perPixel; s++) {
                    pixel[s] = planes.length == 1 ? value(planes[0], row, x * perPixel + s) : apart(s, x, y);
                }
                colours.put(pixel, samples, at);
            }
        }

        private int apart(int plane, int x, int y) {
            boolean coarse = plane > 0 && stepX * stepY > 1;
            if (!coarse) {
                return value(planes[plane], (y - firstRow) * rowBytes, x);
            }
            int own = stored.rowBytes((width - 1) / stepX + 1, 1);
            return value(planes[plane], y / stepY * own, x / stepX);
        }

        private int value(byte[] data, int row, int index) {
            return colours.indexed() ? (int) values.raw(data, row, index) : values.normal(data, row, index);
        }
    }
}
