package org.lectern.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lectern.blob.FileBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One reading of a JPEG 2000 file, in milliseconds: a tile of 512 pixels, a thumbnail, its index. Name the file by
 * {@code -p file=…}; the profiler {@code gc} tells the allocation of each operation as {@code gc.alloc.rate.norm}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class Jpeg2000TileBenchmark {

    private static final int TILE = 512;
    private static final int VIEW_WIDTH = 1600;
    private static final int VIEW_HEIGHT = 1000;
    private static final int THUMBNAIL = 400;
    private static final long INDEX = 64 << 20;
    private static final long NOTHING = 0;
    private static final long BLOCKS = 64 << 20;

    /** A tile of a resolution. */
    private record Tile(int halvings, Rect region) {}

    @Param("")
    public String file;

    private final Random random = new Random(1);
    private final List<Tile> zoom = new ArrayList<>();
    private Path path;
    private Jpeg2000Reader kept;
    private Jpeg2000Reader keptIndex;
    private Jp2File head;
    private int next;

    @Setup
    public void open() {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("name a file by -p file=…");
        }
        path = Path.of(file);
        kept = new Jpeg2000Reader(INDEX, BLOCKS);
        keptIndex = new Jpeg2000Reader(INDEX, NOTHING);
        head = kept.file(blob());
    }

    /** A session from the full view to full size, as a viewer asks for it: decoded code-blocks are kept for its length. */
    @Benchmark
    public void zoomTile(Blackhole sink) {
        if (next == zoom.size()) {
            next = 0;
            zoom.clear();
            plan();
            kept = new Jpeg2000Reader(INDEX, BLOCKS);
            kept.file(blob());
        }
        read(kept, zoom.get(next++), sink);
    }

    /** Any tile at full size; only the index is kept. */
    @Benchmark
    public void deepTile(Blackhole sink) {
        read(keptIndex, anyDeep(), sink);
    }

    /** Any tile at full size; the code-blocks of others before it are kept. */
    @Benchmark
    public void deepTileWithBlocksKept(Blackhole sink) {
        read(kept, anyDeep(), sink);
    }

    /** The level from which a thumbnail is made. */
    @Benchmark
    public void thumbnail(Blackhole sink) {
        int halvings = 0;
        while (halvings < head.halvings() && longer(head.size(halvings + 1)) >= THUMBNAIL) {
            halvings++;
        }
        read(keptIndex, new Tile(halvings, head.size(halvings).bounds()), sink);
    }

    /** The first tile of a file that nothing is known of, at full size. */
    @Benchmark
    public void firstTile(Blackhole sink) {
        read(new Jpeg2000Reader(INDEX, NOTHING), anyDeep(), sink);
    }

    /** The first pixel: next to nothing but the index. */
    @Benchmark
    public void index(Blackhole sink) {
        var reader = new Jpeg2000Reader(INDEX, NOTHING);
        read(reader, new Tile(head.halvings(), new Rect(0, 0, 1, 1)), sink);
    }

    private void plan() {
        Dimensions full = head.size(0);
        double centreX = 0.1 + 0.8 * random.nextDouble();
        double centreY = 0.1 + 0.8 * random.nextDouble();
        int halvings = 0;
        while (halvings < head.halvings()
                && (full.width() >> halvings > VIEW_WIDTH || full.height() >> halvings > VIEW_HEIGHT)) {
            halvings++;
        }
        for (; halvings >= 0; halvings--) {
            Dimensions size = head.size(halvings);
            int left = (int) (centreX * size.width()) - VIEW_WIDTH / 2;
            int top = (int) (centreY * size.height()) - VIEW_HEIGHT / 2;
            for (int y = Math.max(0, top) / TILE * TILE; y < Math.min(size.height(), top + VIEW_HEIGHT); y += TILE) {
                for (int x = Math.max(0, left) / TILE * TILE; x < Math.min(size.width(), left + VIEW_WIDTH); x += TILE) {
                    zoom.add(new Tile(halvings, tile(size, x, y)));
                }
            }
        }
    }

    private Tile anyDeep() {
        Dimensions size = head.size(0);
        return new Tile(0, tile(size, random.nextInt(Math.max(1, size.width() / TILE)) * TILE,
                random.nextInt(Math.max(1, size.height() / TILE)) * TILE));
    }

    private static Rect tile(Dimensions size, int x, int y) {
        return new Rect(x, y, Math.min(TILE, size.width() - x), Math.min(TILE, size.height() - y));
    }

    private static int longer(Dimensions size) {
        return Math.max(size.width(), size.height());
    }

    private void read(Jpeg2000Reader reader, Tile tile, Blackhole sink) {
        FileBlob blob = blob();
        try (blob) {
            reader.read(blob, tile.halvings(), tile.region(), (place, components) -> sink.consume(components));
        }
    }

    private FileBlob blob() {
        return FileBlob.of(path, path.toString());
    }
}
