package org.lectern.jpeg2000;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.cache.WeighedCache;
import org.lectern.core.Rect;

/** Decodes pieces of a picture, with the buffers that takes. For one thread at a time. */
final class RegionReader {

    private static final int[] NOTHING = {};

    private final TileReader tiles;
    private Plane[] planes = {};
    private int[][] pixels = {};
    private List<Integer> needed = List.of();
    private int stepX; // of the pixels
    private int stepY;

    RegionReader(WeighedCache<Long, Coefficients> kept) {
        tiles = new TileReader(new BlockReader(kept));
    }

    /** How tiles are come by. */
    interface Tiles {

        /** Nothing when the file has no byte of the tile. */
        Optional<IndexedTile> open(int tile);

        /** Takes one back, which may have grown. */
        void done(int tile, IndexedTile opened);
    }

    /**
     * Decodes one piece.
     *
     * @param halvings of the reading
     * @param wanted components that are asked for
     * @param place of the piece, in pixels
     * @return for each component its samples, row by row; empty for those not wanted. Of this reader, until the next call
     */
    int[][] read(Blob blob, ImageSize size, Tiles opened, int halvings, List<Integer> wanted, Rect place) {
        Area picture = size.picture(halvings);
        Area piece = new Area(picture.x0() + place.x(), picture.y0() + place.y(),
                picture.x0() + place.right(), picture.y0() + place.bottom());
        begin(size, halvings, wanted, piece);
        Area under = tiles(size, halvings);
        for (int row = under.y0(); row < under.y1(); row++) {
            for (int column = under.x0(); column < under.x1(); column++) {
                read(blob, size, opened, halvings, row * size.tilesAcross() + column);
            }
        }
        for (int c : wanted) {
            pixels[c] = enlarged(size, c, piece);
        }
        return pixels;
    }

    /** One that has no sample of the piece is not opened: where steps are wide many are near. */
    private void read(Blob blob, ImageSize size, Tiles opened, int halvings, int tile) {
        if (!TileReader.contributes(size, tile, halvings, needed, planes)) {
            return;
        }
        Optional<IndexedTile> there = opened.open(tile);
        if (there.isEmpty()) {
            TileReader.leaveOut(size, tile, halvings, needed, planes);
            return;
        }
        tiles.read(new TileReader.Wanted(blob, there.get(), size, halvings, needed, planes));
        opened.done(tile, there.get());
    }

    private void begin(ImageSize size, int halvings, List<Integer> wanted, Area piece) {
        stepX = size.stepX();
        stepY = size.stepY();
        tiles.begin();
        int count = size.components().size();
        if (planes.length != count) {
            planes = new Plane[count];
            Arrays.setAll(planes, c -> new Plane());
        } else {
            needed.forEach(c -> planes[c].begin(new Area(0, 0, 0, 0)));
        }
        pixels = new int[count][];
        Arrays.fill(pixels, NOTHING);
        needed = TileReader.needed(wanted, count);
        for (int c : needed) {
            planes[c].begin(under(size, c, halvings, piece));
        }
    }

    /** The samples of a component that the pixels of a piece show. */
    private Area under(ImageSize size, int c, int halvings, Area piece) {
        ImageSize.Component component = size.components().get(c);
        Area all = size.image().divided(component.stepX(), component.stepY()).reduced(halvings);
        int x0 = sample(piece.x0(), stepX, component.stepX());
        int y0 = sample(piece.y0(), stepY, component.stepY());
        int x1 = sample(piece.x1() - 1, stepX, component.stepX()) + 1;
        int y1 = sample(piece.y1() - 1, stepY, component.stepY()) + 1;
        return new Area(within(x0, all.x0(), all.x1()), within(y0, all.y0(), all.y1()),
                within(x1 - 1, all.x0(), all.x1()) + 1, within(y1 - 1, all.y0(), all.y1()) + 1).intersection(all);
    }

    /** The sample that a pixel shows, when samples are further apart than pixels. */
    private static int sample(int pixel, int pixelStep, int sampleStep) {
        return pixelStep == sampleStep ? pixel : (int) ((long) pixel * pixelStep / sampleStep);
    }

    private static int within(int at, int from, int to) {
        return Math.max(from, Math.min(to - 1, at));
    }

    private int[] enlarged(ImageSize size, int c, Area piece) {
        Plane plane = planes[c];
        if (plane.area().equals(piece)) {
            return plane.samples();
        }
        int[] large = new int[(int) piece.size()];
        if (plane.area().isEmpty()) {
            return large; // a component without a sample
        }
        ImageSize.Component samples = size.components().get(c);
        Area area = plane.area();
        int[] columns = new int[piece.width()];
        Arrays.setAll(columns, x -> within(sample(piece.x0() + x, stepX, samples.stepX()), area.x0(), area.x1()) - area.x0());
        int at = 0;
        for (int y = piece.y0(); y < piece.y1(); y++) {
            int row = plane.at(area.x0(), within(sample(y, stepY, samples.stepY()), area.y0(), area.y1()));
            for (int column : columns) {
                large[at++] = plane.samples()[row + column];
            }
        }
        return large;
    }

    /** The columns and rows of tiles that have samples of the planes; what a pixel shows can lie in the tile beside it. */
    private Area tiles(ImageSize size, int halvings) {
        int x0 = Integer.MAX_VALUE;
        int y0 = Integer.MAX_VALUE;
        int x1 = 0;
        int y1 = 0;
        for (int c : needed) {
            Area plane = planes[c].area();
            if (!plane.isEmpty()) {
                long across = (long) size.components().get(c).stepX() << halvings;
                long down = (long) size.components().get(c).stepY() << halvings;
                x0 = Math.min(x0, tile(plane.x0() * across, size.tileX(), size.tileWidth()));
                y0 = Math.min(y0, tile(plane.y0() * down, size.tileY(), size.tileHeight()));
                x1 = Math.max(x1, tile((plane.x1() - 1) * across, size.tileX(), size.tileWidth()) + 1);
                y1 = Math.max(y1, tile((plane.y1() - 1) * down, size.tileY(), size.tileHeight()) + 1);
            }
        }
        return new Area(x0, y0, x1, y1);
    }

    /** The column or row of tiles at a place of the reference grid, which is of the image. */
    private static int tile(long at, int first, int side) {
        return (int) ((at - first) / side);
    }

    /** Bytes of heap that its buffers take just now. */
    long weight() {
        long weight = tiles.weight();
        for (Plane plane : planes) {
            weight += plane.weight();
        }
        return weight;
    }
}
