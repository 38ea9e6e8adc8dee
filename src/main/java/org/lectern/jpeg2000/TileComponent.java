package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * One component of one tile: its resolutions from the lowest. Immutable.
 *
 * @param area in samples of the component
 * @param coding of it
 * @param resolutions {@code coding.levels() + 1} of them
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.3 and B.5</a>
 */
record TileComponent(Area area, ComponentCoding coding, List<Resolution> resolutions) {

    private static final int[] GAIN = {0, 1, 1, 2}; // log2, of LL, HL, LH, HH (Table E.1)

    TileComponent {
        resolutions = List.copyOf(resolutions);
    }

    /** The tile-component after some halvings; its lowest resolution when it has not so many. */
    Resolution after(int halvings) {
        return resolutions.get(Math.max(0, coding.levels() - halvings));
    }

    /**
     * Lays out one component of a tile.
     *
     * @param firstBlock number in the tile of its first code-block
     * @throws org.lectern.core.IiifException.Broken when the quantisation does not tell of each sub-band
     * @throws org.lectern.core.IiifException.TooLarge when it has more code-blocks than a file can need
     */
    static TileComponent of(ImageSize size, TileCoding tile, int index, int component, int firstBlock) {
        ImageSize.Component samples = size.components().get(component);
        Area area = size.tile(index).divided(samples.stepX(), samples.stepY());
        ComponentCoding coding = tile.components().get(component);
        List<Resolution> resolutions = new ArrayList<>();
        var next = new BlockCount(firstBlock, size.tiles());
        for (int r = 0; r <= coding.levels(); r++) {
            List<Subband> bands = new ArrayList<>();
            for (int orientation = r == 0 ? Subband.LL : Subband.HL; orientation <= (r == 0 ? Subband.LL : Subband.HH);
                    orientation++) {
                bands.add(band(area, samples.bits(), coding, tile.quantization().get(component),
                        tile.regionShift().get(component), r, orientation, next));
            }
            resolutions.add(new Resolution(area.reduced(coding.levels() - r),
                    coding.precinctWidthExponent(r), coding.precinctHeightExponent(r), bands));
        }
        return new TileComponent(area, coding, resolutions);
    }

    private static Subband band(Area area, int bits, ComponentCoding coding, Quantization quantization, int shift, int r,
            int orientation, BlockCount next) {
        int number = r == 0 ? 0 : 3 * (r - 1) + orientation;
        if (!quantization.tells(number)) {
            throw Faults.broken("the quantisation of sub-band " + number + " is not told");
        }
        int nested = r == 0 ? 0 : 1; // a precinct of resolution r covers half its side in the sub-bands
        int exponent = quantization.exponent(number);
        float step = coding.reversible() ? 1
                : (float) Math.scalb(1 + quantization.mantissa(number) / 2048.0, bits + GAIN[orientation] - exponent);
        var band = new Subband(orientation, number, bandArea(area, coding.levels() - r + nested, orientation),
                Math.min(coding.blockWidthExponent(), coding.precinctWidthExponent(r) - nested),
                Math.min(coding.blockHeightExponent(), coding.precinctHeightExponent(r) - nested),
                next.count, quantization.guardBits() + exponent - 1 + shift, step);
        next.add((long) band.columns() * band.rows());
        return band;
    }

    /** B-15, with the level of decomposition 0 for a component that has none. */
    private static Area bandArea(Area area, int level, int orientation) {
        int offsetX = (orientation & 1) == 0 ? 0 : 1;
        int offsetY = orientation >> 1;
        return new Area(at(area.x0(), level, offsetX), at(area.y0(), level, offsetY),
                at(area.x1(), level, offsetX), at(area.y1(), level, offsetY));
    }

    private static int at(int coordinate, int level, int offset) {
        long half = level == 0 ? 0 : (1L << level - 1) * offset;
        return (int) Math.max(0, coordinate - half + (1L << level) - 1 >> level);
    }

    /** The number of the next code-block. */
    private static final class BlockCount {
        private static final int MOST = 1 << 26; // of a tile: 64 samples each for a picture of 4 gigapixels
        private static final int MOST_IN_ALL = 1 << 28;
        private static final int LEAST = 1 << 16;

        private final int most;
        private int count;

        BlockCount(int count, int tiles) {
            this.count = count;
            most = Math.min(MOST, MOST_IN_ALL / tiles + LEAST);
        }

        void add(long blocks) {
            if (blocks > most - count) {
                throw Faults.tooLarge("a tile has more than " + most + " code-blocks");
            }
            count += (int) blocks;
        }
    }

    /** Code-blocks of all its sub-bands. */
    int blocks() {
        int sum = 0;
        for (Resolution resolution : resolutions) {
            for (Subband band : resolution.bands()) {
                sum += band.blocks();
            }
        }
        return sum;
    }
}
