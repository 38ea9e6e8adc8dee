package org.lectern.jpeg2000;

import java.util.Arrays;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/** A region put together from its pieces; holds the reader to what {@link Pieces} says of them. */
final class WholeLevel implements Pieces {

    private final Rect region;
    private final int[] most;
    private final int[][] samples;
    private final boolean[] seen;
    private int row;
    private int column;

    private WholeLevel(Jp2File file, Rect region) {
        this.region = region;
        this.most = file.components().stream().mapToInt(component -> (1 << component.bits()) - 1).toArray();
        this.samples = new int[most.length][region.width() * region.height()];
        this.seen = new boolean[region.width() * region.height()];
        this.row = region.y();
        this.column = region.x();
    }

    static WholeLevel read(Jpeg2000Reader reader, Blob blob, int halvings, Rect region) {
        var level = new WholeLevel(reader.file(blob), region);
        reader.read(blob, halvings, region, level);
        for (boolean pixel : level.seen) {
            require(pixel, "the pieces do not cover " + region);
        }
        return level;
    }

    @Override
    public void take(Rect place, int[][] components) {
        require(region.contains(place), "a piece " + place + " lies outside " + region);
        require(components.length == samples.length, "a piece of " + components.length + " components");
        require(place.y() > row || place.y() == row && place.x() >= column, "a piece " + place + " comes too late");
        row = place.y();
        column = place.x();
        for (int y = 0; y < place.height(); y++) {
            int to = (place.y() - region.y() + y) * region.width() + place.x() - region.x();
            for (int x = 0; x < place.width(); x++) {
                require(!seen[to + x], "two pieces cover a pixel of " + place);
                seen[to + x] = true;
            }
            for (int c = 0; c < samples.length; c++) {
                System.arraycopy(components[c], y * place.width(), samples[c], to, place.width());
                for (int x = 0; x < place.width(); x++) {
                    int sample = samples[c][to + x];
                    require(sample >= 0 && sample <= most[c], "a sample " + sample + " of component " + c);
                }
            }
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new AssertionError(otherwise);
        }
    }

    Dimensions size() {
        return region.size();
    }

    int components() {
        return samples.length;
    }

    int sample(int component, int x, int y) {
        return samples[component][y * region.width() + x];
    }

    /** Whether another, of a region inside this one, has the same samples. */
    boolean agrees(WholeLevel part) {
        for (int c = 0; c < samples.length; c++) {
            for (int y = 0; y < part.region.height(); y++) {
                int mine = (part.region.y() - region.y() + y) * region.width() + part.region.x() - region.x();
                int its = y * part.region.width();
                int width = part.region.width();
                if (!Arrays.equals(samples[c], mine, mine + width, part.samples[c], its, its + width)) {
                    return false;
                }
            }
        }
        return true;
    }
}
