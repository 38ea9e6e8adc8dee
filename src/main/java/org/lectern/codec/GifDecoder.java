package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * Reads GIF as a browser begins to show it: the first frame on its logical screen, the rest of the
 * screen transparent. Only the region asked for is held.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
public final class GifDecoder implements Decoder {

    private static final String FORMAT = "GIF";
    private static final long FIXED_COST = 1 << 20;

    /** First row and row step of each pass of an interlaced frame. */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
    private static final int[][] ONE_PASS = {{0, 1}};

    /** It needs nothing. */
    public GifDecoder() {}

    @Override
    public String name() {
        return "gif";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 0, "GIF87a") || Heads.has(head, 0, "GIF89a");
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        GifHeader header = Guarded.read(FORMAT, picture.blob(), () -> GifHeader.read(picture.blob()));
        return new Pyramid(List.of(new Pyramid.Level(header.screen(), header.screen())),
                header.palette().nature(), header.palette().bands(), 8, OptionalDouble.empty(), name());
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return FIXED_COST + region.size().area() * pyramid.bands();
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> pixels(picture.blob(), region));
    }

    private static BufferedImage pixels(Blob blob, Rect region) throws IOException {
        GifHeader header = GifHeader.read(blob);
        BufferedImage image =
                Pixels.create(region.size(), header.palette().space(), header.palette().alpha(), 8);
        try (BlobStream in = new BlobStream(blob)) {
            in.seek(header.dataAt());
            Frame frame = new Frame(header, region, image);
            if (!new GifPixels(in).read(frame) && frame.empty()) {
                throw new IiifException.Broken("The GIF file is broken: it ends before its first pixel.");
            }
        }
        return image;
    }

    /** Puts the pixels of a frame to their places. A frame that ends early leaves the rest as it is, as browsers do. */
    private static final class Frame implements GifPixels.Sink {
        private final GifHeader header;
        private final Rect region;
        private final byte[] bytes;
        private final int bands;
        private final int[][] passes;
        private int pass;
        private int column;
        private int row;
        private boolean empty = true;

        Frame(GifHeader header, Rect region, BufferedImage image) {
            this.header = header;
            this.region = region;
            bytes = Pixels.bytes(image);
            bands = Pixels.bands(image);
            passes = header.interlaced() ? PASSES : ONE_PASS;
        }

        boolean empty() {
            return empty;
        }

        @Override
        public boolean take(int index) {
            empty = false;
            int x = header.frame().x() + column - region.x();
            int y = header.frame().y() + row - region.y();
            if (x >= 0 && y >= 0 && x < region.width() && y < region.height()) {
                header.palette().put(index, bytes, (y * region.width() + x) * bands, bands);
            }
            column++;
            return column < header.frame().width() || nextRow();
        }

        private boolean nextRow() {
            column = 0;
            row += passes[pass][1];
            while (row >= header.frame().height()) {
                pass++;
                if (pass == passes.length) {
                    return false;
                }
                row = passes[pass][0];
            }
            return true;
        }
    }
}
