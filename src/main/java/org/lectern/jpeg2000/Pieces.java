package org.lectern.jpeg2000;

import org.lectern.core.Rect;

/** Takes the decoded samples of a region, piece by piece. */
@FunctionalInterface
public interface Pieces {

    /**
     * Takes one piece. The pieces of a region do not overlap and together cover it, in rows of pieces from the top.
     *
     * @param place of the piece, in pixels of the level
     * @param components for each component of the codestream the samples of the piece, row by row, {@code place.width()}
     *     a row: lifted to 0 … 2^bits − 1, sub-sampled components brought to the picture's size. Only for the time of
     *     the call; may be longer than the piece
     */
    void take(Rect place, int[][] components);
}
