package org.lectern.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lectern.core.Dimensions;

/**
 * What an image information document says, whatever the version. Immutable.
 *
 * @param size the full, upright picture
 * @param sizes sizes that are cheap, ascending, each within the limits
 * @param tiles tile grids, each within the limits; the first is preferred
 * @param limits what is allowed
 * @param formats every format that can be asked for
 * @param preferred those of them that clients should ask for, the best first (written by version 3 only)
 * @param nature what the default quality gives: COLOR, GRAY or BITONAL
 * @param about what is said besides
 */
public record ImageInfo(
        Dimensions size,
        List<Dimensions> sizes,
        List<Tiles> tiles,
        Limits limits,
        Set<Format> formats,
        List<Format> preferred,
        Quality nature,
        About about) {

    /** Keeps its own copies; refuses what the specification forbids. */
    public ImageInfo {
        Objects.requireNonNull(size);
        sizes = List.copyOf(sizes);
        tiles = List.copyOf(tiles);
        Objects.requireNonNull(limits);
        if (!formats.contains(Format.JPG) || !formats.contains(Format.PNG)) {
            throw new IllegalArgumentException("level 2 promises jpg and png, not " + formats);
        }
        formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
        preferred = List.copyOf(preferred);
        if (!formats.containsAll(preferred)) {
            throw new IllegalArgumentException("of " + formats + " not all of " + preferred + " can be preferred");
        }
        if (nature == Quality.DEFAULT) {
            throw new IllegalArgumentException("the nature of a picture is COLOR, GRAY or BITONAL");
        }
        Objects.requireNonNull(about);
    }

    /**
     * One tile grid.
     *
     * @param tile width and height of a tile, in pixels of the answer
     * @param scaleFactors powers of two, ascending from 1
     */
    public record Tiles(Dimensions tile, List<Integer> scaleFactors) {
        /** Keeps its own copy. */
        public Tiles {
            Objects.requireNonNull(tile);
            scaleFactors = List.copyOf(scaleFactors);
        }
    }

    /**
     * The document for a picture: scale factors up to the first at which one tile holds it, and the sizes they come
     * to, all kept inside the limits. Says nothing besides.
     *
     * @param size the full, upright picture
     * @param tile native tile of the source, or the size to offer when it has none; made smaller where the limits are
     * @param limits what is allowed
     * @param formats every format that can be asked for
     * @param nature COLOR, GRAY or BITONAL
     */
    public static ImageInfo of(
            Dimensions size, Dimensions tile, Limits limits, Set<Format> formats, Quality nature) {
        Dimensions allowed = limits.largest(tile);
        List<Integer> factors = factors(size, allowed);
        List<Dimensions> sizes = new ArrayList<>();
        for (int factor : factors) {
            Dimensions level = size.dividedBy(factor);
            if (limits.allow(level)) {
                sizes.add(0, level);
            }
        }
        return new ImageInfo(
                size, sizes, List.of(new Tiles(allowed, factors)), limits, formats, List.of(), nature, About.NOTHING);
    }

    /** The same with formats that clients should ask for, all of them among {@link #formats}. */
    public ImageInfo preferring(List<Format> best) {
        return new ImageInfo(size, sizes, tiles, limits, formats, best, nature, about);
    }

    /** The same with more to say. */
    public ImageInfo about(About more) {
        return new ImageInfo(size, sizes, tiles, limits, formats, preferred, nature, more);
    }

    /** The qualities that can be asked for besides {@code default}; colour only of a picture that has it. */
    public List<Quality> qualities() {
        return nature == Quality.COLOR
                ? List.of(Quality.COLOR, Quality.GRAY, Quality.BITONAL)
                : List.of(Quality.GRAY, Quality.BITONAL);
    }

    /** Powers of two up to the first at which one tile holds the whole picture. */
    private static List<Integer> factors(Dimensions size, Dimensions tile) {
        List<Integer> factors = new ArrayList<>(List.of(1));
        int factor = 1;
        while (!holds(tile, size.dividedBy(factor)) && factor <= Integer.MAX_VALUE / 2) {
            factor *= 2;
            factors.add(factor);
        }
        return factors;
    }

    private static boolean holds(Dimensions tile, Dimensions level) {
        return level.width() <= tile.width() && level.height() <= tile.height();
    }
}
