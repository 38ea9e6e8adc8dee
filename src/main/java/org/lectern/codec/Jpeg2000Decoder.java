package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.jpeg2000.Pieces;
import org.lectern.pixels.Pixels;

/**
 * Reads JPEG 2000 Part 1, in JP2 files and as raw codestreams. The levels are the resolutions of the codestream; a
 * region costs itself, whatever the tiles of the file. High-throughput JPEG 2000 is not read. Unlike other decoders it
 * remembers: the reader keeps what it learned of files, and code-blocks it decoded.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800</a>
 */
public final class Jpeg2000Decoder implements Decoder {

    private static final String FORMAT = "JPEG 2000";
    private static final Dimensions ANY_PART = new Dimensions(1, 1);
    private static final long FIXED_COST = 1 << 20; // tables of values, a row of each channel
    private static final int SMALLEST_PART = 8;

    private final Jpeg2000Reader reader;
    private final KnownProfiles profiles = new KnownProfiles();

    /** Over a reader that may be shared. */
    public Jpeg2000Decoder(Jpeg2000Reader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return "jpeg2000";
    }

    @Override
    public boolean recognises(byte[] head) {
        return Jp2File.recognises(head);
    }

    @Override
    public int pages(Blob blob) {
        return 1;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            Jp2File file = reader.file(picture.blob());
            Jp2Channels channels = Jp2Channels.of(file, profiles);
            List<Pyramid.Level> levels = new ArrayList<>();
            for (int halvings = 0; halvings <= file.halvings(); halvings++) {
                levels.add(new Pyramid.Level(file.size(halvings), ANY_PART));
            }
            return new Pyramid(levels, channels.nature(), channels.bands(), channels.bits(), file.dpi(), name());
        });
    }

    /** {@inheritDoc} A file of more components than bands is read in so much smaller parts. */
    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return reading(region, pyramid.bands()) + region.size().area() * pyramid.bands() * pyramid.bits() / 8;
    }

    private static long reading(Rect region, int components) {
        return FIXED_COST + Jpeg2000Reader.cost(region, components);
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            Jp2File file = reader.file(picture.blob());
            Jp2Channels channels = Jp2Channels.of(file, profiles);
            BufferedImage image = Pixels.create(region.size(), channels.space(), channels.alpha(), channels.bits());
            var samples = new Jp2Samples(channels, image, region);
            long allowed = reading(region, channels.bands());
            read(new Parts(picture.blob(), level, file.components().size(), allowed, samples), region);
            return image;
        });
    }

    /** What all parts of a region have in common. */
    private record Parts(Blob blob, int level, int components, long allowed, Pieces pieces) {}

    /** In halves, until all components of a part fit into what was told for the bands of the whole. */
    private void read(Parts parts, Rect part) {
        if (Jpeg2000Reader.cost(part, parts.components()) <= parts.allowed()) {
            reader.read(parts.blob(), parts.level(), part, parts.pieces());
            return;
        }
        if (Math.max(part.width(), part.height()) <= SMALLEST_PART) {
            throw new IiifException.TooLarge("A picture of " + parts.components()
                    + " components needs more memory than is given to one of its size.");
        }
        boolean wide = part.width() > part.height();
        int width = wide ? part.width() / 2 : part.width();
        int height = wide ? part.height() : part.height() / 2;
        read(parts, new Rect(part.x(), part.y(), width, height));
        read(parts, wide
                ? new Rect(part.x() + width, part.y(), part.width() - width, height)
                : new Rect(part.x(), part.y() + height, width, part.height() - height));
    }
}
