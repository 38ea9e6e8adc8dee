package org.lectern.codec;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;

/**
 * What the header of a picture tells: its sizes and how it can be read. Small; made without decoding
 * a pixel; kept in the documents cache.
 *
 * @param levels the resolutions that can be decoded by themselves; level 0 is the full, upright picture
 * @param nature what the default quality gives: COLOR, GRAY or BITONAL
 * @param bands samples a pixel of the decoded normal form, alpha included
 * @param bits 8 or 16: depth of the decoded normal form
 * @param dpi dots an inch of the full picture, when the file tells a sensible value
 * @param format name of the decoder that made it, as in {@code Decoder.name()}
 */
public record Pyramid(
        List<Level> levels, Quality nature, int bands, int bits, OptionalDouble dpi, String format) {

    /** Keeps its own copy. */
    public Pyramid {
        levels = List.copyOf(levels);
        Objects.requireNonNull(nature);
        Objects.requireNonNull(dpi);
        Objects.requireNonNull(format);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a pyramid without a level");
        }
    }

    /**
     * One resolution.
     *
     * @param size in pixels, upright; near full / 2^k, in any rounding the format has
     * @param tile the piece that is cheap to decode: reading a rectangle costs the tiles it touches.
     *     Equal to {@code size} when any part costs the whole level; one pixel when any part costs no more than
     *     itself, and again less when it or its neighbours were read lately: then nothing is gained by keeping pieces
     */
    public record Level(Dimensions size, Dimensions tile) {

        /** Whether a part can be decoded without the rest. */
        public boolean randomAccess() {
            return !tile.equals(size);
        }

        /** Whether a part costs no more than itself. */
        public boolean exact() {
            return tile.area() == 1;
        }
    }

    /** The full, upright picture. */
    public Dimensions size() {
        return levels.get(0).size();
    }
}
