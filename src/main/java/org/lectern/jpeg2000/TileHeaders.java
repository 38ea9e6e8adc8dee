package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;

/**
 * Finds the tile-parts of a codestream and opens tiles: by TLM where it is told and true, else by going from SOT to
 * SOT, no further than the tile needs. Grows while it is used; thread-safe. Holds no blob.
 */
final class TileHeaders {

    private static final int FIRST_READ = StartOfTilePart.BYTES; // from SOT to SOT lies much that nobody wants

    private final MainHeader header;
    private final TileParts parts;
    private boolean trusted = true; // TLM, until it has lied

    TileHeaders(MainHeader header) {
        this.header = header;
        this.parts = new TileParts(header.size().tiles(), header.firstTilePartAt(), header.end());
    }

    /**
     * Opens one tile: reads the headers of its tile-parts.
     *
     * @param tile its number
     * @return its header; without bodies when the file has no part of it (cut short)
     * @throws org.lectern.core.IiifException.Broken when a header of a tile-part makes no sense
     * @throws org.lectern.core.IiifException.Unsupported when the tile is High-throughput JPEG 2000 or uses Part 2
     */
    TileHeader open(Blob blob, int tile) {
        var headers = new TilePartHeaders(header);
        List<TilePart> told = told(blob, tile);
        if (!told.isEmpty()) {
            told.forEach(part -> headers.read(blob, part, 0));
            return headers.header();
        }
        for (Found part : found(blob, tile)) {
            headers.read(blob, part.part(), part.number());
        }
        return headers.header();
    }

    /** Whether the file has a part of a tile. */
    synchronized boolean has(Blob blob, int tile) {
        return !told(blob, tile).isEmpty() || !numbers(blob, tile).isEmpty();
    }

    private List<Integer> numbers(Blob blob, int tile) {
        return parts.of(tile, new BlobBytes(blob, header.firstTilePartAt(), header.end(), FIRST_READ));
    }

    /** A tile-part and its number in the codestream. */
    private record Found(TilePart part, int number) {}

    private synchronized List<Found> found(Blob blob, int tile) {
        return numbers(blob, tile).stream().map(number -> new Found(parts.part(number), number)).toList();
    }

    /** By TLM; none when there is no TLM that can be believed, or when the numbers of tile-parts count, for PPM. */
    private synchronized List<TilePart> told(Blob blob, int tile) {
        Optional<TilePartLengths> lengths = header.tilePartLengths();
        if (!trusted || lengths.isEmpty() || header.packedHeaders().isPresent()) {
            return List.of();
        }
        List<TilePart> told = lengths.get().of(tile, header.firstTilePartAt());
        trusted = isTrue(blob, tile, told, lengths.get());
        return trusted ? told : List.of();
    }

    /** Whether there are SOT where they ought to be, and they tell of no further ones. */
    private boolean isTrue(Blob blob, int tile, List<TilePart> told, TilePartLengths lengths) {
        var in = new BlobBytes(blob, header.firstTilePartAt(), header.end(), FIRST_READ);
        int parts = 0;
        for (TilePart part : told) {
            long at = part.headerAt() - StartOfTilePart.BYTES;
            Optional<StartOfTilePart> start = StartOfTilePart.read(in, at)
                    .filter(sot -> sot.tile() == tile && (sot.length() == 0 || sot.length() == part.end() - at));
            if (start.isEmpty() || part.end() > header.end()) {
                return false;
            }
            parts = Math.max(parts, start.get().parts());
        }
        long rest = header.end() - header.firstTilePartAt() - lengths.total();
        return parts == 0 ? rest <= 2 : parts <= told.size(); // 2 for EOC; some writers tell one part too few
    }

    /** Bytes of heap that it takes just now, those of the main header left out. */
    synchronized long weight() {
        return parts.weight();
    }
}
