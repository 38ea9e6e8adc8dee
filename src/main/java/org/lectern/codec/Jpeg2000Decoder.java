package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.jpeg2000.Jpeg2000Reader;
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

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return FIXED_COST + Jpeg2000Reader.cost(region, pyramid.bands())
                + region.size().area() * pyramid.bands() * pyramid.bits() / 8;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        Heads.onlyPage(FORMAT, picture.page());
        return Guarded.read(FORMAT, picture.blob(), () -> {
            Jp2Channels channels = Jp2Channels.of(reader.file(picture.blob()), profiles);
            BufferedImage image = Pixels.create(region.size(), channels.space(), channels.alpha(), channels.bits());
            reader.read(picture.blob(), level, region, channels.components(), new Jp2Samples(channels, image, region));
            return image;
        });
    }
}
