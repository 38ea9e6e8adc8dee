package org.lectern.codec;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageReader;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;

/**
 * Reads WebP, lossy and lossless; of an animation the first frame. Every region costs the whole
 * picture.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
 */
public final class WebpDecoder implements Decoder {

    private static final String FORMAT = "WebP";
    private static final long FIXED_COST = 1 << 20;
    private static final Duration ALLOWED = Duration.ofSeconds(60);
    private static final int READER_BYTES = 12; // a pixel: the reader's planes and its picture

    /** It needs nothing. */
    public WebpDecoder() {}

    @Override
    public String name() {
        return "webp";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 0, "RIFF") && Heads.has(head, 8, "WEBP");
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        WebpHeader header = Guarded.read(FORMAT, picture.blob(), () -> WebpHeader.read(picture.blob()));
        var size = header.exif().orientation().upright(header.size());
        return new Pyramid(List.of(new Pyramid.Level(size, size)),
                Quality.COLOR, header.alpha() ? 4 : 3, 8, header.exif().dpi(), name());
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return FIXED_COST + pyramid.size().area() * READER_BYTES + 2 * region.size().area() * pyramid.bands();
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            WebpHeader header = WebpHeader.read(picture.blob());
            Rect stored = header.exif().orientation().stored(region, header.size());
            BufferedImage part = part(whole(picture.blob()), header, stored);
            if (header.plainAlpha().isPresent()) {
                header.plainAlpha().get().into(part, picture.blob(), header.size(), stored);
            }
            return header.exif().orientation().apply(part);
        });
    }

    /** The picture as the reader makes it: colour bands in their order, then alpha. */
    static BufferedImage whole(Blob blob) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (TimedStream in = new TimedStream(new SliceBlob(blob, 0, blob.length(), ALLOWED))) {
            reader.setInput(in, false, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Colour values as stored, with the file's own profile. */
    private static BufferedImage part(BufferedImage whole, WebpHeader header, Rect region) {
        ColorSpace space = EmbeddedProfile.spaceOr(header.icc(), 3);
        BufferedImage part = Pixels.create(region.size(), space, header.alpha(), 8);
        byte[] bytes = Pixels.bytes(part);
        Raster raster = whole.getRaster();
        int bands = Pixels.bands(part);
        int stored = raster.getNumBands();
        int[] row = new int[region.width() * stored];
        int at = 0;
        for (int y = 0; y < region.height(); y++) {
            raster.getPixels(region.x(), region.y() + y, region.width(), 1, row);
            for (int x = 0; x < region.width(); x++) {
                for (int band = 0; band < bands; band++) {
                    bytes[at++] = (byte) (band < stored ? row[x * stored + band] : 255);
                }
            }
        }
        return part;
    }
}
