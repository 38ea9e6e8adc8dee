package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lectern.blob.Blob;

/** Decodes what one tile contributes to the planes of a piece. For one thread. */
final class TileReader {

    private static final int TRANSFORMED = 3; // components that are transformed together
    private static final int MOST_PICKED = 1 << 22; // samples of one component of a tile
    private static final int MOST_PICKED_IN_ALL = 1 << 23; // of a piece

    private final BlockReader blocks;
    private final Synthesis<float[]> irreversible = Synthesis.irreversible();
    private final Synthesis<int[]> reversible = Synthesis.reversible();
    private final float[][] floats = new float[TRANSFORMED][0];
    private Coefficients[] cells = new Coefficients[64];
    private int[] picked = {};
    private long pickedInAll;

    TileReader(BlockReader blocks) {
        this.blocks = blocks;
    }

    /**
     * What is asked of a tile.
     *
     * @param blob of the file
     * @param tile opened
     * @param size of the image
     * @param halvings of the reading
     * @param needed components, ascending
     * @param planes for each component, empty ones for those that are not needed
     */
    record Wanted(
            Blob blob, IndexedTile tile, ImageSize size, int halvings, List<Integer> needed, Plane[] planes) {

        /** What a component's plane and the tile have in common. */
        Area window(int component) {
            return tile.component(component).area().reduced(halvings).intersection(planes[component].area());
        }

        boolean isReversible(int component) {
            return tile.component(component).coding().reversible();
        }

        /** Halvings more than the tile-component has. */
        int further(int component) {
            return Math.max(0, halvings - tile.component(component).coding().levels());
        }
    }

    /** Begins another piece. */
    void begin() {
        pickedInAll = 0;
    }

    /** Whether the planes have a sample of a tile. */
    static boolean contributes(ImageSize size, int tile, int halvings, List<Integer> needed, Plane[] planes) {
        return needed.stream().anyMatch(c -> !window(size, tile, halvings, c, planes).isEmpty());
    }

    /** Writes the samples of a tile that is not there: what coefficients of zero make. */
    static void leaveOut(ImageSize size, int tile, int halvings, List<Integer> needed, Plane[] planes) {
        for (int c : needed) {
            Area window = window(size, tile, halvings, c, planes);
            if (!window.isEmpty()) {
                planes[c].fill(window, 1 << size.components().get(c).bits() - 1);
            }
        }
    }

    private static Area window(ImageSize size, int tile, int halvings, int c, Plane[] planes) {
        ImageSize.Component samples = size.components().get(c);
        return size.tile(tile).divided(samples.stepX(), samples.stepY()).reduced(halvings)
                .intersection(planes[c].area());
    }

    /** Writes the samples of the planes that lie in the tile. */
    void read(Wanted wanted) {
        boolean transforms = transforms(wanted);
        if (transforms) {
            transformed(wanted);
        }
        for (int c : wanted.needed()) {
            Area window = wanted.window(c);
            if (!window.isEmpty() && (!transforms || c >= TRANSFORMED)) {
                samples(wanted, c, window, floats, 0);
                finish(wanted, c, window, floats[0]);
            }
        }
    }

    private static boolean transforms(Wanted wanted) {
        if (!wanted.tile().header().coding().componentTransform() || wanted.planes().length < TRANSFORMED) {
            return false;
        }
        Area window = wanted.window(0);
        boolean alike = window.equals(wanted.window(1)) && window.equals(wanted.window(2))
                && wanted.isReversible(0) == wanted.isReversible(1) && wanted.isReversible(0) == wanted.isReversible(2);
        return alike && !window.isEmpty();
    }

    private void transformed(Wanted wanted) {
        Area window = wanted.window(0);
        for (int c = 0; c < TRANSFORMED; c++) {
            samples(wanted, c, window, floats, c);
        }
        Plane[] planes = wanted.planes();
        if (wanted.isReversible(0)) {
            for (int y = window.y0(); y < window.y1(); y++) {
                SampleTransforms.reversible(planes[0].samples(), planes[1].samples(), planes[2].samples(),
                        planes[0].at(window.x0(), y), window.width());
            }
        } else {
            SampleTransforms.irreversible(floats[0], floats[1], floats[2], 0, (int) window.size());
        }
        for (int c = 0; c < TRANSFORMED; c++) {
            finish(wanted, c, window, floats[c]);
        }
    }

    private static void finish(Wanted wanted, int c, Area window, float[] made) {
        Plane plane = wanted.planes()[c];
        int bits = wanted.size().components().get(c).bits();
        for (int y = window.y0(); y < window.y1(); y++) {
            int at = plane.at(window.x0(), y);
            if (wanted.isReversible(c)) {
                SampleTransforms.lift(plane.samples(), at, window.width(), bits);
            } else {
                SampleTransforms.lift(made, (y - window.y0()) * window.width(), window.width(), bits, plane.samples(), at);
            }
        }
    }

    /** Makes the samples of a window: reversible ones in the plane, irreversible ones in one of the arrays, row by row. */
    private void samples(Wanted wanted, int c, Area window, float[][] into, int array) {
        int further = wanted.further(c);
        Area read = further == 0 ? window : spread(window, further);
        TileComponent component = wanted.tile().component(c);
        int resolution = Math.max(0, component.coding().levels() - wanted.halvings());
        List<Area> areas = wanted.tile().areas(c);
        require(wanted, c, areas, resolution, read);
        if (!wanted.isReversible(c)) {
            if (into[array].length < read.size()) {
                into[array] = new float[(int) read.size()];
            }
            irreversible.window(areas, resolution, read, (r, orientation, w, gain, to, at, stride) ->
                    band(wanted, c, r, orientation, w, new Floats(to, at, stride, gain)), into[array], 0, read.width());
            pick(into[array], read, further);
            return;
        }
        Plane plane = wanted.planes()[c];
        int[] to = further == 0 ? plane.samples() : picked(read);
        reversible.window(areas, resolution, read, (r, orientation, w, gain, ints, at, stride) ->
                band(wanted, c, r, orientation, w, new Ints(ints, at, stride)), to,
                further == 0 ? plane.at(window.x0(), window.y0()) : 0,
                further == 0 ? plane.area().width() : read.width());
        if (further > 0) {
            pick(to, read, further, plane, window);
        }
    }

    private static void require(Wanted wanted, int c, List<Area> areas, int resolution, Area window) {
        Windows windows = Windows.of(areas, resolution, window, wanted.isReversible(c));
        for (int r = 0; r <= resolution; r++) {
            wanted.tile().index().require(wanted.blob(), c, r, windows.bands(r));
        }
    }

    /** Where the samples of a window lie at a resolution that is some halvings larger. */
    private Area spread(Area window, int further) {
        Area spread = new Area(window.x0() << further, window.y0() << further,
                (window.x1() - 1 << further) + 1, (window.y1() - 1 << further) + 1);
        pickedInAll += spread.size();
        if (spread.size() > MOST_PICKED || pickedInAll > MOST_PICKED_IN_ALL) {
            throw Faults.unsupported("JPEG 2000 with a tile of fewer decompositions than the others is read at those only");
        }
        return spread;
    }

    private int[] picked(Area read) {
        if (picked.length < read.size()) {
            picked = new int[(int) read.size()];
        }
        return picked;
    }

    /** Keeps each sample that a further halving would be nearest to; in place. */
    private static void pick(float[] samples, Area read, int further) {
        int step = 1 << further;
        int at = 0;
        for (int y = 0; further > 0 && y < read.height(); y += step) {
            for (int x = 0; x < read.width(); x += step) {
                samples[at++] = samples[y * read.width() + x];
            }
        }
    }

    private static void pick(int[] from, Area read, int further, Plane plane, Area window) {
        for (int y = window.y0(); y < window.y1(); y++) {
            for (int x = window.x0(); x < window.x1(); x++) {
                plane.samples()[plane.at(x, y)] =
                        from[(y - window.y0() << further) * read.width() + (x - window.x0() << further)];
            }
        }
    }

    /** Where a window of a sub-band goes. */
    private sealed interface Target {
        void row(Coefficients block, int x, int y, int count, float step, int column, int row);
    }

    private record Floats(float[] into, int at, int stride, float gain) implements Target {
        @Override
        public void row(Coefficients block, int x, int y, int count, float step, int column, int row) {
            block.read(x, y, count, step * gain / 2, into, at + row * stride + column); // coefficients are in halves
        }
    }

    private record Ints(int[] into, int at, int stride) implements Target {
        @Override
        public void row(Coefficients block, int x, int y, int count, float step, int column, int row) {
            block.read(x, y, count, into, at + row * stride + column);
        }
    }

    private void band(Wanted wanted, int c, int resolution, int orientation, Area window, Target target) {
        List<Subband> bands = wanted.tile().component(c).resolutions().get(resolution).bands();
        Subband band = bands.get(orientation == Subband.LL ? 0 : orientation - 1);
        var under = BlockReader.Cells.under(band, window);
        if (cells.length < under.count()) {
            cells = new Coefficients[under.count()];
        }
        blocks.read(wanted.blob(), wanted.tile(), c, band, under, cells);
        for (int i = 0; i < under.count(); i++) {
            Area block = under.area(band, i);
            Area part = block.intersection(window);
            for (int y = part.y0(); y < part.y1(); y++) {
                target.row(cells[i], part.x0() - block.x0(), y - block.y0(), part.width(), band.step(),
                        part.x0() - window.x0(), y - window.y0());
            }
            cells[i] = Coefficients.NONE; // what is kept is kept in the cache
        }
    }

    /** Which components must be decoded for those that are wanted: the first three are transformed together, or may be. */
    static List<Integer> needed(List<Integer> wanted, int components) {
        var asked = new BitSet(components);
        wanted.forEach(asked::set);
        List<Integer> needed = new ArrayList<>();
        boolean together = components >= TRANSFORMED && wanted.stream().anyMatch(c -> c < TRANSFORMED);
        for (int c = 0; c < components; c++) {
            if (asked.get(c) || together && c < TRANSFORMED) {
                needed.add(c);
            }
        }
        return needed;
    }

    /** Bytes of heap that its buffers take just now. */
    long weight() {
        long weight = blocks.weight() + irreversible.weight() + reversible.weight()
                + 4L * (cells.length + picked.length);
        for (float[] samples : floats) {
            weight += 4L * samples.length;
        }
        return weight;
    }
}
