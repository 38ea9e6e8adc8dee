package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;

/**
 * Gathers the headers of the tile-parts of one tile, in their order. Not thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.3 and A.7.5</a>
 */
final class TilePartHeaders {

    private static final int FIRST_READ = 64;
    private static final int MOST_PACKED = 1 << 26; // bytes of packet headers of one tile
    private static final int FREE_COMPONENTS = 1 << 17;
    private static final int LEAST_COMPONENTS = 64;
    private static final int COMPONENTS_A_BYTE = 16;

    private final MainHeader main;
    private final CodingSegments segments;
    private final List<TileHeader.Body> bodies = new ArrayList<>();
    private final PacketLengths lengths = new PacketLengths();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private boolean isPacked;

    /** Of one tile; nothing read yet. */
    TilePartHeaders(MainHeader main) {
        this.main = main;
        this.segments = new CodingSegments(main.size().components().size());
    }

    /**
     * Reads the header of the next tile-part. One that is cut short before its packets brings none.
     *
     * @param number of the tile-part in the codestream, for PPM
     */
    void read(Blob blob, TilePart part, int number) {
        var in = new BlobBytes(blob, part.headerAt(), part.end(), FIRST_READ);
        var header = new HeaderSegments(in);
        var plt = new SegmentSeries();
        var ppt = new SegmentSeries();
        int marker = header.next();
        for (; marker != HeaderSegments.CUT && marker != Markers.SOD; marker = header.next()) {
            segment(marker, header, plt, ppt);
        }
        if (main.packedHeaders().isPresent() && !ppt.isEmpty()) {
            throw Faults.broken("its packet headers are in PPM and in PPT; they can be in one");
        }
        main.packedHeaders().ifPresent(ppm -> pack(ppm.of(number)));
        if (!ppt.isEmpty()) {
            pack(ppt.whole());
        }
        if (marker == Markers.SOD) {
            var body = new TileHeader.Body(in.position(), part.end());
            bodies.add(body);
            lengths.add(plt.whole(), body.to() - body.from());
        }
    }

    private void segment(int marker, HeaderSegments header, SegmentSeries plt, SegmentSeries ppt) {
        switch (marker) {
            case Markers.COD, Markers.COC, Markers.QCD, Markers.QCC, Markers.RGN -> {
                if (bodies.isEmpty()) { // elsewhere they are not allowed, and would come too late
                    segments.read(marker, header.content(Markers.name(marker)));
                }
            }
            case Markers.POC -> segments.read(marker, header.content(Markers.name(marker)));
            case Markers.PLT -> plt.add(header.content("PLT"));
            case Markers.PPT -> ppt.add(header.content("PPT"));
            case Markers.SOT, Markers.EOC -> throw Faults.broken("the header of a tile-part has no end (SOD)");
            default -> Markers.refuseExtension(marker);
        }
    }

    private void pack(byte[] headers) {
        if (headers.length > MOST_PACKED - packed.size()) {
            throw Faults.tooLarge("a tile has more than " + MOST_PACKED + " bytes of packet headers");
        }
        isPacked = true;
        packed.writeBytes(headers);
    }

    /** A tile of few bytes is not worth a coding of its own for each of many components. */
    private TileCoding own() {
        long bytes = packed.size() + bodies.stream().mapToLong(body -> body.to() - body.from()).sum();
        long most = new TileShare(bytes, main.size().tiles()).most(FREE_COMPONENTS, LEAST_COMPONENTS, COMPONENTS_A_BYTE);
        if (main.size().components().size() > most) {
            throw Faults.tooLarge("a tile of " + bytes + " bytes has a coding of its own for "
                    + main.size().components().size() + " components");
        }
        return main.coding(segments);
    }

    /** What they tell together. */
    TileHeader header() {
        TileCoding coding = segments.isSilent() ? main.coding() : own();
        return new TileHeader(coding, bodies, isPacked ? Optional.of(packed.toByteArray()) : Optional.empty(),
                lengths.all());
    }
}
