package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Quality;

/**
 * Reads PNG: all depths, palettes, transparency and interlacing. Rows are inflated from the top down
 * to the region's last one; only the region is held.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
public final class PngDecoder implements Decoder {

    private static final String FORMAT = "PNG";
    private static final long FIXED_COST = 1 << 20;

    /** First column, first row, column step and row step of each pass of Adam7. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    /** It needs nothing. */
    public PngDecoder() {}

    @Override
    public String name() {
        return "png";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 0, "\u0089PNG\r\n\u001a\n");
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        PngHeader header = Guarded.read(FORMAT, picture.blob(), () -> PngHeader.read(picture.blob()));
        Dimensions size = header.exif().orientation().upright(header.size());
        return new Pyramid(List.of(new Pyramid.Level(size, size)),
                nature(header), bands(header), header.depth() == 16 ? 16 : 8, header.dpi(), name());
    }

    private static Quality nature(PngHeader header) {
        if (header.indexed()) {
            return header.colours().nature();
        }
        if (!header.gray()) {
            return Quality.COLOR;
        }
        return header.depth() == 1 && !header.alpha() ? Quality.BITONAL : Quality.GRAY;
    }

    private static int bands(PngHeader header) {
        if (header.indexed()) {
            return header.colours().bands();
        }
        return (header.gray() ? 1 : 3) + (header.alpha() ? 1 : 0);
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        long row = (long) pyramid.size().width() * pyramid.bands() * 2 * pyramid.bits() / 8;
        return FIXED_COST + row + 2 * region.size().area() * pyramid.bands() * pyramid.bits() / 8;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            PngHeader header = PngHeader.read(picture.blob());
            Rect stored = header.exif().orientation().stored(region, header.size());
            return header.exif().orientation().apply(pixels(picture.blob(), header, stored));
        });
    }

    private static BufferedImage pixels(Blob blob, PngHeader header, Rect region) throws IOException {
        PngPixels pixels = new PngPixels(header, region.size(), space(header));
        try (BlobStream in = new BlobStream(blob); PngRows rows = new PngRows(in, header.dataAt())) {
            for (int[] pass : header.interlaced() ? ADAM7 : ONE_PASS) {
                pass(header, rows, pass, region, pixels);
            }
        }
        return pixels.image();
    }

    private static ColorSpace space(PngHeader header) {
        if (header.indexed() && header.colours().gray()) {
            return header.colours().space(); // a profile for RGB says nothing of one band of grey
        }
        return EmbeddedProfile.spaceOr(header.icc(), header.gray() ? 1 : 3);
    }

    private static void pass(PngHeader header, PngRows rows, int[] pass, Rect region, PngPixels pixels)
            throws IOException {
        int columns = steps(header.size().width(), pass[0], pass[2]);
        int count = steps(header.size().height(), pass[1], pass[3]);
        if (columns == 0 || count == 0) {
            return;
        }
        int pixelBits = header.channels() * header.depth();
        int rowBytes = Math.toIntExact(((long) columns * pixelBits + 7) / 8);
        PngRows.Pass filtered = rows.new Pass(rowBytes, Math.max(1, pixelBits / 8));
        boolean last = pass[3] == 1 || pass[2] == 1; // nothing follows that would be needed
        for (int i = 0; i < count; i++) {
            int y = pass[1] + i * pass[3];
            if (last && y >= region.bottom()) {
                return;
            }
            byte[] row = filtered.next();
            if (y >= region.y() && y < region.bottom()) {
                row(row, pass, region, (y - region.y()) * region.width(), pixels);
            }
        }
    }

    private static void row(byte[] row, int[] pass, Rect region, int target, PngPixels pixels) {
        int first = steps(region.x(), pass[0], pass[2]); // pixels of the row left of the region
        int end = steps(region.right(), pass[0], pass[2]);
        for (int i = first; i < end; i++) {
            pixels.put(row, i, target + pass[0] + i * pass[2] - region.x());
        }
    }

    /** How many of start, start + step … are below the limit. */
    private static int steps(int limit, int start, int step) {
        return limit <= start ? 0 : (limit - start - 1) / step + 1;
    }
}
