package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;

/**
 * Goes through the boxes of a file up to its first codestream, into the JP2 header and the resolution box. Of boxes
 * that say the same the first counts. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex I</a>
 */
final class Boxes {

    private static final int MOST = 10_000;
    private static final int FIRST_READ = 1 << 12;
    private static final int DEEPEST = 2;
    private static final int JP2C = 0x6a703263;
    private static final int JP2H = 0x6a703268;
    private static final int RES = 0x72657320;
    private static final int RESC = 0x72657363;
    private static final int RESD = 0x72657364;
    private static final int PCLR = 0x70636c72;
    private static final int CMAP = 0x636d6170;
    private static final int CDEF = 0x63646566;
    private static final int COLR = 0x636f6c72;
    private static final int MOST_ENTRIES = 1024; // of component mapping and channel definition
    private static final int COLOUR_BYTES = 3 + ColourBoxes.MOST_PROFILE_BYTES;

    private final BlobBytes in;
    private final ColourBoxes colours = new ColourBoxes();
    private int seen;
    private long codestreamAt = -1;
    private long codestreamEnd;
    private Optional<Jp2File.Palette> palette = Optional.empty();
    private List<ChannelBoxes.Entry> mapping = List.of();
    private List<Jp2File.Definition> definitions = List.of();
    private ResolutionBoxes resolutions = ResolutionBoxes.NONE;

    private Boxes(Blob blob) {
        in = new BlobBytes(blob, 0, blob.length(), FIRST_READ);
    }

    /**
     * Reads them; a raw codestream has none.
     *
     * @throws org.lectern.core.IiifException.Broken when there is no codestream
     */
    static Boxes read(Blob blob) {
        Boxes boxes = new Boxes(blob);
        if (Jp2File.isCodestream(blob.head(4))) {
            boxes.codestreamAt = 0;
            boxes.codestreamEnd = blob.length();
            return boxes;
        }
        boxes.walk(0, blob.length(), 0);
        if (boxes.codestreamAt < 0) {
            throw Faults.broken("it has no codestream");
        }
        return boxes;
    }

    private void walk(long from, long to, int depth) {
        for (long at = from; to - at >= 8 && seen++ < MOST && codestreamAt < 0;) {
            in.seek(at);
            long length = in.u32();
            int type = (int) in.u32();
            if (length == 1 && to - at >= 16) {
                length = in.u64();
            } else if (length == 0) {
                length = to - at;
            }
            if (length >= 0 && length < in.position() - at) {
                throw Faults.broken("a box has " + length + " bytes; 8 and more can be");
            }
            long end = length < 0 || length > to - at ? to : at + length; // negative: from 2^63 on
            box(type, in.position(), end, depth);
            at = end;
        }
    }

    private void box(int type, long at, long end, int depth) {
        switch (type) {
            case JP2C -> {
                codestreamAt = at;
                codestreamEnd = end;
            }
            case JP2H, RES -> {
                if (depth < DEEPEST) {
                    walk(at, end, depth + 1);
                }
            }
            case RESC, RESD -> resolutions = resolutions.with(content("resolution box", end, 10), type == RESC);
            case PCLR -> {
                if (palette.isEmpty()) {
                    Content content = content("palette box", end, ChannelBoxes.PALETTE_BYTES);
                    palette = Optional.of(ChannelBoxes.palette(content));
                }
            }
            case CMAP -> {
                if (mapping.isEmpty()) {
                    mapping = ChannelBoxes.mapping(content("component mapping box", end, 4 * MOST_ENTRIES));
                }
            }
            case CDEF -> {
                if (definitions.isEmpty()) {
                    definitions = ChannelBoxes.definitions(
                            content("channel definition box", end, 2 + 6 * MOST_ENTRIES));
                }
            }
            case COLR -> colours.add(content("colour specification box", end, COLOUR_BYTES + 1));
            default -> { }
        }
    }

    /** The content of a box; of a longer one its first bytes. */
    private Content content(String name, long end, int most) {
        return new Content(name, in.bytes((int) Math.min(most, end - in.position())));
    }

    long codestreamAt() {
        return codestreamAt;
    }

    long codestreamEnd() {
        return codestreamEnd;
    }

    Jp2File.Colour colour() {
        return colours.colour();
    }

    /** As told; nobody has looked yet whether anything goes through it. */
    Optional<Jp2File.Palette> palette() {
        return palette;
    }

    /** As told; may name what there is not. */
    List<ChannelBoxes.Entry> mapping() {
        return mapping;
    }

    /** As told; may name channels there are not. */
    List<Jp2File.Definition> definitions() {
        return definitions;
    }

    OptionalDouble dpi() {
        return resolutions.dpi();
    }
}
