package org.lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lectern.codec.Decoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.render.Resolution.Way;

/** The resolutions of a picture: the levels of its file, and halved ones for a file that has a single, costly one. */
final class Ladder {

    /** Side of the pieces in which decoded levels are kept, and where halving ends. */
    static final int SLICE = 512;

    private static final int MOST_BANDS = 4;
    private static final int BAND_GRID = 2 * SLICE; // the halves of a band begin with a slice too
    private static final int LARGEST_TILE = 1024;
    private static final int SMALLEST_CELL = 256;

    private Ladder() {}

    /**
     * From the largest to the smallest. Depends on the picture's header and the budget, never on what is cached.
     *
     * @param budget what one piece of work may take
     */
    static List<Resolution> of(Pyramid pyramid, Decoder decoder, long budget) {
        List<Resolution> resolutions = new ArrayList<>();
        for (int level = 0; level < pyramid.levels().size(); level++) {
            resolutions.add(own(pyramid, level, decoder, budget));
        }
        if (resolutions.size() == 1 && resolutions.get(0).way() == Way.SLICES) {
            halve(resolutions);
        }
        return List.copyOf(resolutions);
    }

    private static Resolution own(Pyramid pyramid, int index, Decoder decoder, long budget) {
        Pyramid.Level level = pyramid.levels().get(index);
        Dimensions size = level.size();
        if (level.exact()) {
            return new Resolution(index, 0, size, Way.DIRECT, slice(size));
        }
        if (level.tile().width() <= LARGEST_TILE && level.tile().height() <= LARGEST_TILE) {
            return new Resolution(index, 0, size, Way.CELLS, cell(level));
        }
        boolean kept = rows(pyramid, index, decoder, budget).isPresent();
        return new Resolution(index, 0, size, kept ? Way.SLICES : Way.DIRECT, slice(size));
    }

    /**
     * How many rows of a level are decoded at a time to slice it: all when they fit. A single level of which any part
     * costs the whole may come in a few bands, each decoded from the top: slow, but once.
     */
    static OptionalInt rows(Pyramid pyramid, int index, Decoder decoder, long budget) {
        Pyramid.Level level = pyramid.levels().get(index);
        int height = level.size().height();
        if (Cost.whole(pyramid, index, decoder) <= budget) {
            return OptionalInt.of(height);
        }
        if (pyramid.levels().size() > 1 || level.randomAccess()) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(2, MOST_BANDS)
                .map(bands -> ((height - 1) / bands / BAND_GRID + 1) * BAND_GRID)
                .filter(rows -> rows < height && Cost.bands(pyramid, index, decoder, rows) <= budget / 4 * 3)
                .findFirst();
    }

    private static void halve(List<Resolution> resolutions) {
        Dimensions full = resolutions.get(0).size();
        Dimensions size = full;
        for (int halvings = 1; Math.max(size.width(), size.height()) > SLICE; halvings++) {
            size = full.dividedBy(1 << halvings);
            resolutions.add(new Resolution(0, halvings, size, Way.SLICES, slice(size)));
        }
    }

    private static Dimensions slice(Dimensions size) {
        return new Dimensions(Math.min(SLICE, size.width()), Math.min(SLICE, size.height()));
    }

    /** As many whole tiles as make a piece worth keeping. */
    private static Dimensions cell(Pyramid.Level level) {
        return new Dimensions(
                cell(level.tile().width(), level.size().width()), cell(level.tile().height(), level.size().height()));
    }

    private static int cell(int tile, int extent) {
        return Math.min(extent, tile * ((SMALLEST_CELL - 1) / tile + 1));
    }
}
