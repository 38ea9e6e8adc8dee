package org.lectern.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.core.Dimensions;

/**
 * What an image information document says, whatever the version.
 *
 * @param size the full, upright picture
 * @param sizes sizes that are cheap, ascending, each within the limits
 * @param tiles tile grids, each within the limits; the first is preferred
 * @param limits what is allowed
 * @param formats every format that can be asked for
 * @param nature what the default quality gives: COLOR, GRAY or BITONAL
 * @param rights a licence or rights statement as a URI
 * @param attribution plain text (written by version 2 only)
 */
public record ImageInfo(
        Dimensions size,
        List<Dimensions> sizes,
        List<Tiles> tiles,
        Limits limits,
        Set<Format> formats,
        Quality nature,
        Optional<String> rights,
        Optional<String> attribution) {

    /**
     * One tile grid.
     *
     * @param tile width and height of a tile, in pixels of the answer
     * @param scaleFactors powers of two, ascending from 1
     */
    public record Tiles(Dimensions tile, List<Integer> scaleFactors) {}

    /**
     * The document for a picture: sizes and scale factors computed by the rules of IMG-145 and
     * IMG-146, kept inside the limits (IMG-086).
     *
     * @param size the full, upright picture
     * @param tile native tile of the source, or the size to offer when it has none
     * @param limits what is allowed
     * @param formats every format that can be asked for
     * @param nature COLOR, GRAY or BITONAL
     * @param rights a licence or rights statement as a URI
     * @param attribution plain text
     */
    public static ImageInfo of(
            Dimensions size,
            Dimensions tile,
            Limits limits,
            Set<Format> formats,
            Quality nature,
            Optional<String> rights,
            Optional<String> attribution) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
