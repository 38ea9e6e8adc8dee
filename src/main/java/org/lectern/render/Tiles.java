package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import org.lectern.cache.Cache;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

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
     * Keeps a resolution, or some rows of it, in slices.
     *
     * @param top the first row, a multiple of the height of a slice
     */
    void keep(Original original, int level, int halvings, BufferedImage image, int top) {
        String name = StoredTile.name(image, original.validator(), profiles);
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y += Ladder.SLICE) {
            for (int x = 0; x < width; x += Ladder.SLICE) {
                var slice = new Rect(x, y, Math.min(Ladder.SLICE, width - x), Math.min(Ladder.SLICE, height - y));
                var place = new Rect(x, top + y, slice.width(), slice.height());
                tiles.put(key(original, level, halvings, place), StoredTile.write(image, slice, name));
            }
        }
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
