package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.transform.Scale;
import org.lectern.transform.Window;

/**
 * Decodes a level that is costly to read in parts, keeps it in slices, and with it the resolutions derived
 * from it: halves, quarters and so on. A level that does not fit into memory comes in a few bands; from the quarter
 * on a resolution is held as a whole. For one call.
 */
final class Slicer {

    private final Tiles tiles;
    private final Original original;
    private final int level;
    private final int last;
    private final int wanted;
    private final Rect rect;
    private Optional<Patch> part = Optional.empty();
    private Optional<BufferedImage> whole = Optional.empty(); // the part, when one picture holds all of it
    private Optional<Patch> quarter = Optional.empty();

    /**
     * For one level.
     *
     * @param last how often the smallest derived resolution is halved; 0 when none is derived
     * @param wanted how often the resolution that is asked for is halved
     * @param rect the part of that which is asked for
     */
    Slicer(Tiles tiles, Original original, int level, int last, int wanted, Rect rect) {
        this.tiles = tiles;
        this.original = original;
        this.level = level;
        this.last = last;
        this.wanted = wanted;
        this.rect = rect;
    }

    /**
     * Decodes and keeps all; gives the part.
     *
     * @param rows of a band: all, or a multiple of twice a slice
     */
    BufferedImage slice(int rows) {
        Dimensions size = original.pyramid().levels().get(level).size();
        for (int y = 0; y < size.height(); y += rows) {
            band(size, y, Math.min(rows, size.height() - y));
        }
        if (last > 1) {
            BufferedImage image = quarter.orElseThrow().image();
            take(image, 2, 0);
            for (int halvings = 3; halvings <= last; halvings++) {
                image = half(image);
                take(image, halvings, 0);
            }
        }
        return whole.orElseGet(() -> part.orElseThrow().image());
    }

    private void band(Dimensions size, int y, int rows) {
        BufferedImage image =
                original.decoder().decode(original.picture(), level, new Rect(0, y, size.width(), rows));
        take(image, 0, y);
        if (last > 0) {
            image = half(image);
            take(image, 1, y / 2);
        }
        if (last > 1) {
            BufferedImage some = half(image);
            Patch all = quarter.orElseGet(() -> Patch.like(some, size.dividedBy(4).bounds()));
            all.add(some, 0, y / 4);
            quarter = Optional.of(all);
        }
    }

    private void take(BufferedImage image, int halvings, int y) {
        tiles.keep(original, level, halvings, image, y);
        if (halvings != wanted) {
            return;
        }
        if (y == 0 && rect.equals(new Dimensions(image.getWidth(), image.getHeight()).bounds())) {
            whole = Optional.of(image);
            return;
        }
        Patch patch = part.orElseGet(() -> Patch.like(image, rect));
        patch.add(image, 0, y);
        part = Optional.of(patch);
    }

    /** Averages of two by two, and of what is left of them at the right and bottom edge. */
    private static BufferedImage half(BufferedImage image) {
        Dimensions size = new Dimensions(image.getWidth(), image.getHeight()).dividedBy(2);
        return new Scale(new Window(0, 0, 2.0 * size.width(), 2.0 * size.height()), size).apply(image);
    }
}
