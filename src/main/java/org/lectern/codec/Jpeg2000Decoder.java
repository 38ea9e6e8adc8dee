package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * Reads JPEG 2000 Part 1, in JP2 files and as raw codestreams. The levels are the resolutions of the
 * codestream; a region costs the tiles it touches. High-throughput JPEG 2000 is not read.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800</a>
 */
public final class Jpeg2000Decoder implements Decoder {

    private static final String FORMAT = "JPEG 2000";
    private static final Duration ALLOWED = Duration.ofSeconds(60);
    private static final long FIXED_COST = 8 << 20;
    private static final int SAMPLES_A_BYTE = 8; // code-blocks of a tile, before anything of them is decoded
    private static final int READER_BYTES = 9; // a sample of every tile touched: coefficients, and code-blocks in the making

    /** It needs nothing. */
    public Jpeg2000Decoder() {}

    @Override
    public String name() {
        return "jpeg2000";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Heads.has(head, 4, "jP  \r\n\u0087\n") || Heads.has(head, 0, "\u00ff\u004f\u00ff\u0051");
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            Jp2Boxes boxes = Jp2Boxes.read(picture.blob());
            CodestreamHeader header = header(picture.blob(), boxes);
            Jp2Channels channels = new Jp2Channels(boxes, header);
            List<Pyramid.Level> levels = new ArrayList<>();
            for (int halvings = 0; halvings <= header.halvings(); halvings++) {
                levels.add(new Pyramid.Level(header.size(halvings), header.piece(halvings)));
            }
            int bands = channels.space().getNumComponents() + (channels.alpha() ? 1 : 0);
            return new Pyramid(levels, channels.nature(), bands, channels.bits(), boxes.dpi(), name());
        });
    }

    private static CodestreamHeader header(Blob blob, Jp2Boxes boxes) throws IOException {
        if (boxes.codestreamLength() > Integer.MAX_VALUE) {
            throw new IiifException.Unsupported("JPEG 2000 codestreams of more than 2 GB are not read.");
        }
        try (BlobStream in = new BlobStream(blob)) {
            return CodestreamHeader.read(in, boxes.codestreamAt());
        }
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        Pyramid.Level wanted = pyramid.levels().get(level);
        long touched = wanted.randomAccess() ? touched(wanted, region) : wanted.size().area();
        long reader = wanted.randomAccess() ? Math.min(touched, 2 * wanted.tile().area()) : touched;
        long opened = pyramid.levels().get(0).tile().area() * pyramid.bands(); // whatever the level
        return FIXED_COST + opened / SAMPLES_A_BYTE + reader * pyramid.bands() * READER_BYTES
                + region.size().area() * pyramid.bands() * pyramid.bits() / 8;
    }

    private static long touched(Pyramid.Level level, Rect region) {
        long columns = (region.right() - 1) / level.tile().width() - region.x() / level.tile().width() + 2L;
        long rows = (region.bottom() - 1) / level.tile().height() - region.y() / level.tile().height() + 2L;
        return columns * rows * level.tile().area();
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            Jp2Boxes boxes = Jp2Boxes.read(picture.blob());
            CodestreamHeader header = header(picture.blob(), boxes);
            SliceBlob codestream =
                    new SliceBlob(picture.blob(), boxes.codestreamAt(), boxes.codestreamLength(), ALLOWED);
            try (TimedStream in = new TimedStream(codestream)) {
                Jj2000 decoder = new Jj2000(in, header, level);
                return new Jp2Tiles(header, new Jp2Channels(boxes, header), decoder, level, region).read().image();
            }
        });
    }
}
