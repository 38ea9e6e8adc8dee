package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffFile;
import org.lectern.tiff.TiffPage;

/**
 * Reads TIFF and BigTIFF: strips and tiles, together or in planes, of any depth; uncompressed, CCITT
 * Group 3 and 4, LZW, JPEG, Deflate, PackBits, WebP. Levels are the reduced images of the page.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
public final class TiffDecoder implements Decoder {

    private static final String FORMAT = "TIFF";
    private static final long FIXED_COST = 2 << 20;
    private static final int BAND_ROWS = 128; // strips are offered in bands of about so many rows
    private static final int MAX_STRIP_ROWS = 1024; // a higher strip is no cheap piece

    /** It needs nothing. */
    public TiffDecoder() {}

    @Override
    public String name() {
        return "tiff";
    }

    @Override
    public boolean recognises(byte[] head) {
        return TiffFile.recognises(head);
    }

    @Override
    public int pages(Blob blob) {
        return Guarded.read(FORMAT, blob, () -> TiffFile.read(blob).pageCount());
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        return Guarded.read(FORMAT, picture.blob(), () -> {
            TiffPage page = TiffFile.read(picture.blob()).page(picture.page());
            TiffDirectory full = page.full();
            TiffStored.requireReadable(full);
            TiffSamples.requireReadable(full);
            TiffColours colours = new TiffColours(full);
            int bands = colours.space().getNumComponents() + (colours.alpha() ? 1 : 0);
            return new Pyramid(
                    page.levels().stream().map(TiffDecoder::level).toList(),
                    colours.nature(), bands, colours.bits(), dpi(full), name());
        });
    }

    private static OptionalDouble dpi(TiffDirectory directory) {
        return Density.perInch(directory.dpi().orElse(0));
    }

    private static Pyramid.Level level(TiffDirectory directory) {
        Orientation orientation = Orientation.of(directory.orientation());
        return new Pyramid.Level(
                orientation.upright(directory.size()), orientation.upright(piece(directory)));
    }

    private static Dimensions piece(TiffDirectory directory) {
        Dimensions size = directory.size();
        int rows = directory.chunk().height();
        boolean direct = new TiffStored(directory).direct();
        if (directory.tiled() || !direct && rows > MAX_STRIP_ROWS) {
            return new Dimensions(
                    Math.min(directory.chunk().width(), size.width()), Math.min(rows, size.height()));
        }
        int band = direct ? BAND_ROWS : (BAND_ROWS - 1) / rows * rows + rows;
        return new Dimensions(size.width(), Math.min(band, size.height()));
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        long depth = pyramid.nature() == Quality.BITONAL ? 1 : pyramid.bits();
        long piece = pyramid.levels().get(level).tile().area() * Math.max(4, pyramid.bands()) * depth / 8;
        return FIXED_COST + 4 * piece + 2 * region.size().area() * pyramid.bands() * pyramid.bits() / 8;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        return Guarded.read(FORMAT, picture.blob(), () -> {
            TiffDirectory directory =
                    TiffFile.read(picture.blob()).page(picture.page()).levels().get(level);
            TiffStored.requireReadable(directory);
            TiffSamples.requireReadable(directory);
            Orientation orientation = Orientation.of(directory.orientation());
            Rect stored = orientation.stored(region, directory.size());
            return orientation.apply(new TiffPixels(directory, stored).read());
        });
    }
}
