package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import org.lectern.cache.Cache;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;
import org.lectern.transform.Scale;
import org.lectern.transform.Window;

/**
 * Reads parts of pictures, out of the tiles cache as far as they are there. The pixels are the same whatever
 * is cached. Thread-safe; admission is the caller's.
 */
final class Tiles {

    private static final int TRIES = 3; // a profile may be dropped between a tile's decoding and its reading

    private final Cache tiles;
    private final StoredProfiles profiles;
    private final String build;

    Tiles(Cache tiles, StoredProfiles profiles, String build) {
        this.tiles = tiles;
        this.profiles = profiles;
        this.build = build;
    }

    /** The part, when all of it is kept. */
    Optional<BufferedImage> find(Original original, Resolution resolution, Rect rect) {
        return assemble(resolution, rect, cell -> tiles.find(key(original, resolution, cell))
                .flatMap(value -> StoredTile.read(value, original.validator(), profiles)));
    }

    /** The part, cells decoded as they are missing. */
    BufferedImage cells(Original original, Resolution resolution, Rect rect) {
        return assemble(resolution, rect, cell -> Optional.of(cell(original, resolution, cell)))
                .orElseThrow();
    }

    private StoredTile cell(Original original, Resolution resolution, Rect cell) {
        String key = key(original, resolution, cell);
        for (int tries = 0; tries < TRIES; tries++) {
            byte[] value = tiles.get(key, () -> decode(original, resolution, cell));
            Optional<StoredTile> tile = StoredTile.read(value, original.validator(), profiles);
            if (tile.isPresent()) {
                return tile.get();
            }
            tiles.remove(key);
        }
        throw new IllegalStateException("the documents cache keeps no profile");
    }

    private byte[] decode(Original original, Resolution resolution, Rect cell) {
        BufferedImage image = original.decoder().decode(original.picture(), resolution.level(), cell);
        String name = StoredTile.name(image, original.validator(), profiles);
        return StoredTile.write(image, cell.size().bounds(), name);
    }

    /**
     * Decodes the whole level behind a resolution, keeps all of it and of the resolutions derived from it, and gives
     * the part.
     *
     * @param last how often the smallest derived resolution is halved; 0 when none is derived
     */
    BufferedImage slice(Original original, Resolution resolution, int last, Rect rect) {
        Rect whole = original.pyramid().levels().get(resolution.level()).size().bounds();
        BufferedImage image = original.decoder().decode(original.picture(), resolution.level(), whole);
        String name = StoredTile.name(image, original.validator(), profiles);
        Optional<BufferedImage> part = Optional.empty();
        for (int halvings = 0; halvings <= last; halvings++) {
            if (halvings > 0) {
                image = half(image);
            }
            keep(original, resolution.level(), halvings, image, name);
            if (halvings == resolution.halvings()) {
                part = Optional.of(part(image, rect));
            }
        }
        return part.orElseThrow();
    }

    /** Averages of two by two, and of what is left of them at the right and bottom edge. */
    private static BufferedImage half(BufferedImage image) {
        Dimensions size = new Dimensions(image.getWidth(), image.getHeight()).dividedBy(2);
        return new Scale(new Window(0, 0, 2.0 * size.width(), 2.0 * size.height()), size).apply(image);
    }

    private void keep(Original original, int level, int halvings, BufferedImage image, String name) {
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y += Ladder.SLICE) {
            for (int x = 0; x < width; x += Ladder.SLICE) {
                var slice = new Rect(x, y, Math.min(Ladder.SLICE, width - x), Math.min(Ladder.SLICE, height - y));
                tiles.put(key(original, level, halvings, slice), StoredTile.write(image, slice, name));
            }
        }
    }

    private static BufferedImage part(BufferedImage image, Rect rect) {
        if (rect.equals(new Rect(0, 0, image.getWidth(), image.getHeight()))) {
            return image;
        }
        BufferedImage part = Pixels.create(rect.size(), image.getColorModel().getColorSpace(),
                image.getColorModel().hasAlpha(), Pixels.bits(image));
        boolean bytes = Pixels.bits(image) == 8;
        Object from = bytes ? Pixels.bytes(image) : Pixels.shorts(image);
        Object to = bytes ? Pixels.bytes(part) : Pixels.shorts(part);
        int bands = Pixels.bands(image);
        int count = rect.width() * bands;
        for (int y = 0; y < rect.height(); y++) {
            System.arraycopy(from, ((rect.y() + y) * image.getWidth() + rect.x()) * bands, to, y * count, count);
        }
        return part;
    }

    private static Optional<BufferedImage> assemble(
            Resolution resolution, Rect rect, Function<Rect, Optional<StoredTile>> cells) {
        Dimensions cell = resolution.cell();
        Dimensions size = resolution.size();
        Optional<BufferedImage> canvas = Optional.empty();
        for (int y = rect.y() / cell.height() * cell.height(); y < rect.bottom(); y += cell.height()) {
            for (int x = rect.x() / cell.width() * cell.width(); x < rect.right(); x += cell.width()) {
                var place = new Rect(
                        x, y, Math.min(cell.width(), size.width() - x), Math.min(cell.height(), size.height() - y));
                Optional<StoredTile> tile = cells.apply(place);
                if (tile.isEmpty()) {
                    return Optional.empty();
                }
                BufferedImage into = canvas.orElseGet(() -> tile.get().canvas(rect.size()));
                tile.get().copy(x, y, into, rect);
                canvas = Optional.of(into);
            }
        }
        return canvas;
    }

    private String key(Original original, Resolution resolution, Rect cell) {
        return key(original, resolution.level(), resolution.halvings(), cell);
    }

    private String key(Original original, int level, int halvings, Rect cell) {
        return original.validator() + ":tile:" + build + ":" + level + "/" + halvings + ":" + cell;
    }
}
