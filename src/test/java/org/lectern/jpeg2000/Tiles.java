package org.lectern.jpeg2000;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plain tiles of one component. */
final class Tiles {

    private Tiles() {}

    static ImageSize size(int width, int height) {
        return new ImageSize(new Area(0, 0, width, height), 0, 0, width, height,
                List.of(new ImageSize.Component(8, false, 1, 1)));
    }

    /** Code-blocks of 64 × 64 and precincts of one size in all resolutions. */
    static TileCoding coding(int layers, int levels, int precinct, int order) {
        return coding(layers, levels, precinct, 6,
                List.of(new ProgressionChange(0, 0, layers, levels + 1, 1, order)));
    }

    static TileCoding coding(int layers, int levels, int precinct, int block, List<ProgressionChange> order) {
        int[] precincts = new int[levels + 1];
        Arrays.fill(precincts, precinct << 4 | precinct);
        int[] steps = new int[3 * levels + 1];
        Arrays.fill(steps, 8 << 11);
        return new TileCoding(layers, false, false, false,
                List.of(new ComponentCoding(levels, block, block, 0, true, precincts)),
                List.of(new Quantization(Quantization.NONE, 2, steps)), List.of(0), order);
    }

    static TileHeader header(TileCoding coding, byte[] bytes) {
        return new TileHeader(coding, List.of(new TileHeader.Body(0, bytes.length)), Optional.empty(), Optional.empty());
    }
}
