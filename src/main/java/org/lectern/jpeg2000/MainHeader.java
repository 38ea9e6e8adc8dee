package org.lectern.jpeg2000;

import java.util.Optional;
import org.lectern.blob.Blob;

/**
 * The main header of a codestream: sizes, the coding of a tile that says nothing else, and where tiles lie when TLM
 * tells. PLM is passed over: it is a hint alone, and PLT is what writers write. Immutable, thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.2 and A.4 to A.9</a>
 */
final class MainHeader {

    private static final int FIRST_READ = 1 << 12;
    private static final int HEAP_A_BYTE = 24; // of segments for components, which are short
    private static final long MOST_BYTES_A_COMPONENT = 64;
    private static final int HIGH_THROUGHPUT = 1 << 17; // in the capabilities: Part 15

    private final ImageSize size;
    private final CodingSegments segments;
    private final TileCoding coding;
    private final Optional<TilePartLengths> lengths;
    private final Optional<PackedHeaders> packed;
    private final long at;
    private final long first;
    private final long end;

    private MainHeader(Reading read, long at, long first, long end) {
        this.size = read.size.orElseThrow(() -> Faults.broken("its sizes (SIZ) are missing"));
        this.segments = read.segments;
        this.coding = coding(new CodingSegments(size.components().size()));
        this.lengths = TilePartLengths.read(read.tlm, size.tiles(), (end - first) / StartOfTilePart.BYTES);
        this.packed = read.ppm.isEmpty() ? Optional.empty() : Optional.of(PackedHeaders.of(read.ppm));
        this.at = at;
        this.first = first;
        this.end = end;
    }

    /**
     * Reads it.
     *
     * @param at position of SOC in the file
     * @param end position behind the codestream, inside the file
     * @throws org.lectern.core.IiifException.Broken when it makes no sense, or ends before the first tile-part
     * @throws org.lectern.core.IiifException.TooLarge when the picture is larger than 31 bits tell
     * @throws org.lectern.core.IiifException.Unsupported when it is High-throughput JPEG 2000 or uses Part 2
     */
    static MainHeader read(Blob blob, long at, long end) {
        var in = new BlobBytes(blob, at, end, FIRST_READ);
        if (in.remaining() < 4 || in.u16() != Markers.SOC || in.u16() != Markers.SIZ) {
            throw Faults.broken("its codestream does not begin with SOC and SIZ");
        }
        in.seek(at + 2);
        var header = new HeaderSegments(in);
        var reading = new Reading();
        for (int marker = header.next(); marker != Markers.SOT; marker = header.next()) {
            reading.segment(marker, header);
        }
        return new MainHeader(reading, at, in.position() - 2, Math.min(end, blob.length()));
    }

    /** What the segments told so far. */
    private static final class Reading {
        private final SegmentSeries tlm = new SegmentSeries();
        private final SegmentSeries ppm = new SegmentSeries();
        private Optional<ImageSize> size = Optional.empty();
        private CodingSegments segments = new CodingSegments(0);

        void segment(int marker, HeaderSegments header) {
            switch (marker) {
                case Markers.SIZ -> size(header.content("SIZ"));
                case Markers.CAP ->
                    Markers.refuseHighThroughput((header.content("CAP").u32() & HIGH_THROUGHPUT) != 0);
                case Markers.COD, Markers.COC, Markers.QCD, Markers.QCC, Markers.RGN, Markers.POC ->
                    segments.read(marker, header.content(Markers.name(marker)));
                case Markers.TLM -> tlm.add(header.content("TLM"));
                case Markers.PPM -> ppm.add(header.content("PPM"));
                case HeaderSegments.CUT, Markers.SOD, Markers.EOC ->
                    throw Faults.broken("it ends in its main header, before the first tile-part");
                default -> Markers.refuseExtension(marker);
            }
        }

        private void size(Content in) {
            if (size.isPresent()) {
                throw Faults.broken("it tells its sizes (SIZ) twice");
            }
            size = Optional.of(SizeSegment.read(in));
            segments = new CodingSegments(size.get().components().size());
        }
    }

    ImageSize size() {
        return size;
    }

    /** The coding of a tile whose header says nothing of it. */
    TileCoding coding() {
        return coding;
    }

    /** The coding of a tile whose header says this of it. */
    TileCoding coding(CodingSegments tile) {
        return CodingSegments.coding(size, segments, tile);
    }

    /** Decompositions that every component has, as far as it tells. */
    int levels() {
        return coding.components().stream().mapToInt(ComponentCoding::levels).min().orElseThrow();
    }

    /** TLM, if it has one that can be. */
    Optional<TilePartLengths> tilePartLengths() {
        return lengths;
    }

    /** PPM. */
    Optional<PackedHeaders> packedHeaders() {
        return packed;
    }

    /** Position in the file of the first SOT. */
    long firstTilePartAt() {
        return first;
    }

    /** Position in the file behind the codestream. */
    long end() {
        return end;
    }

    /** Bytes of heap, about. */
    long weight() {
        return 1000 + HEAP_A_BYTE * Math.min(first - at, MOST_BYTES_A_COMPONENT * size.components().size() + 1000)
                + lengths.map(TilePartLengths::weight).orElse(0L) + packed.map(PackedHeaders::weight).orElse(0L);
    }
}
