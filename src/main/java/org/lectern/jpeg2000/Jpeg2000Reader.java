package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.lectern.blob.Blob;
import org.lectern.cache.WeighedCache;
import org.lectern.core.Rect;

/**
 * Reads JPEG 2000 pictures at random. Keeps what it learned of files, and code-blocks it decoded, for the next
 * reading; both by the validator of the blob, both bounded in bytes. Thread-safe.
 */
public final class Jpeg2000Reader {

    private static final int PIECE_SIDE = 512; // of a picture of few components
    private static final int FEW_COMPONENTS = 4;
    private static final int TRANSFORMED = 3; // components that are read though fewer are wanted
    private static final int SAMPLE_BYTES = 12; // of planes and wavelet, for each sample of a piece
    private static final long FIXED_COST = 2 << 20;
    private static final long MOST_IDLE_BYTES = 24 << 20; // far more than pieces of common pictures take

    private final WeighedCache<String, Object> files;
    private final WeighedCache<Long, Coefficients> blocks;
    private final AtomicLong tiles = new AtomicLong();
    private final ConcurrentLinkedQueue<RegionReader> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idling = new AtomicInteger();

    /**
     * With nothing kept yet.
     *
     * @param indexBytes heap for what headers and packet headers told
     * @param blockBytes heap for decoded code-blocks
     */
    public Jpeg2000Reader(long indexBytes, long blockBytes) {
        files = new WeighedCache<>(indexBytes, Jpeg2000Reader::weight);
        blocks = new WeighedCache<>(blockBytes, Coefficients::weight);
    }

    /** Is kept of a tile of which the file has no byte. */
    private enum Absence { OF_TILE }

    private static long weight(Object kept) {
        if (kept instanceof OpenedFile file) {
            return file.weight();
        }
        return kept instanceof IndexedTile tile ? tile.index().weight() : 0;
    }

    /** The headers of a file; read at most once while they are kept. Leaves the blob open. */
    public Jp2File file(Blob blob) {
        return opened(blob).file();
    }

    private OpenedFile opened(Blob blob) {
        return (OpenedFile) files.get(blob.validator(), () -> OpenedFile.read(blob));
    }

    /** As {@link #read(Blob, int, Rect, List, Pieces)}, of all components. */
    public void read(Blob blob, int halvings, Rect region, Pieces pieces) {
        int components = file(blob).components().size();
        read(blob, halvings, region, IntStream.range(0, components).boxed().toList(), pieces);
    }

    /**
     * Decodes a region, and of the file only what that needs.
     *
     * @param halvings 0 for the full picture; at most {@link Jp2File#halvings()}
     * @param region in pixels of the picture after the halvings, inside it
     * @param components that are asked for, from 0
     * @param pieces gets the samples
     * @throws org.lectern.core.IiifException.Broken when the file cannot be read
     */
    public void read(Blob blob, int halvings, Rect region, List<Integer> components, Pieces pieces) {
        OpenedFile file = opened(blob);
        if (halvings < 0 || halvings > file.file().halvings() || !file.size().size(halvings).bounds().contains(region)) {
            throw new IllegalArgumentException(region + " is not in the picture after " + halvings + " halvings");
        }
        RegionReader reader = borrow();
        var tilesOfFile = new TilesOfFile(blob, file);
        for (Rect place : places(region, components.size())) {
            pieces.take(place, reader.read(blob, file.size(), tilesOfFile, halvings, components, place));
        }
        files.put(blob.validator(), file); // heavier than it was when tile-parts were found
        giveBack(reader);
    }

    /** Pieces for a region: itself when it is small, else on a fixed grid, so that neighbours share few code-blocks. */
    private static List<Rect> places(Rect region, int components) {
        int width = PIECE_SIDE;
        int height = PIECE_SIDE;
        for (int many = components; many > FEW_COMPONENTS && height > 1; many = (many + 1) / 2) {
            if (width >= height) {
                width /= 2;
            } else {
                height /= 2;
            }
        }
        if (region.size().area() <= (long) width * height) {
            return List.of(region);
        }
        List<Rect> places = new ArrayList<>();
        for (int y = region.y(); y < region.bottom(); y = (y / height + 1) * height) {
            for (int x = region.x(); x < region.right(); x = (x / width + 1) * width) {
                places.add(new Rect(x, y, Math.min((x / width + 1) * width, region.right()) - x,
                        Math.min((y / height + 1) * height, region.bottom()) - y));
            }
        }
        return places;
    }

    /* A reader that was interrupted by a fault is not given back: its buffers may be of any size. */
    private RegionReader borrow() {
        RegionReader reader = idle.poll();
        if (reader == null) {
            return new RegionReader(blocks);
        }
        idling.decrementAndGet();
        return reader;
    }

    private void giveBack(RegionReader reader) {
        if (reader.weight() > MOST_IDLE_BYTES) {
            return; // a file in a thousand needs so much, and not for long
        }
        if (idling.incrementAndGet() <= Runtime.getRuntime().availableProcessors()) {
            idle.add(reader);
        } else {
            idling.decrementAndGet();
        }
    }

    /** Opens tiles of one file, while it is read. */
    private final class TilesOfFile implements RegionReader.Tiles {
        private final Blob blob;
        private final OpenedFile file;
        private final String validator;

        TilesOfFile(Blob blob, OpenedFile file) {
            this.blob = blob;
            this.file = file;
            validator = blob.validator();
        }

        @Override
        public Optional<IndexedTile> open(int tile) {
            String key = key(tile);
            if (files.find(key).isEmpty() && !file.tiles().has(blob, tile)) {
                return Optional.empty();
            }
            Object kept = files.get(key, () -> opened(tile));
            return kept instanceof IndexedTile indexed ? Optional.of(indexed) : Optional.empty();
        }

        private Object opened(int tile) {
            TileHeader header = file.tiles().open(blob, tile);
            return header.bytes() == 0
                    ? Absence.OF_TILE
                    : new IndexedTile(tiles.incrementAndGet(), header, new TileIndex(file.size(), header, tile));
        }

        private String key(int tile) {
            return validator + ":" + tile;
        }

        /** Lets the cache know what has become heavier: an index grows while it is used. */
        @Override
        public void done(int tile, IndexedTile index) {
            files.put(key(tile), index);
        }
    }

    /**
     * The peak of heap bytes that {@link #read} takes beside what it keeps.
     *
     * @param region that is read
     * @param components how many are wanted
     */
    public static long cost(Rect region, int components) {
        long samples = Math.min(PIECE_SIDE * PIECE_SIDE, region.size().area())
                * Math.max(TRANSFORMED, Math.min(components, FEW_COMPONENTS));
        return FIXED_COST + samples * SAMPLE_BYTES;
    }
}
