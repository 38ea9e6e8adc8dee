package org.lectern.codec;

import java.util.Optional;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/** Puts the decoded tiles of a codestream together to a region of one resolution. */
final class Jp2Tiles {

    private static final int SMALL = 1024; // samples; rounding at the lowest resolutions

    private final CodestreamHeader header;
    private final Jp2Channels channels;
    private final Jj2000 decoder;
    private final int halvings;
    private final Rect region;
    private final Samples samples;
    private final int bands;
    private final float[][] rows;
    private final int[] rowHeld;

    Jp2Tiles(CodestreamHeader header, Jp2Channels channels, Jj2000 decoder, int halvings, Rect region) {
        this.header = header;
        this.channels = channels;
        this.decoder = decoder;
        this.halvings = halvings;
        this.region = region;
        samples = new Samples(region.size(), channels.space(), channels.alpha(), channels.bits());
        bands = Pixels.bands(samples.image());
        rows = new float[header.components().length][];
        rowHeld = new int[rows.length];
    }

    /** Decodes every tile that the region touches. */
    Samples read() {
        for (int row = 0; row < header.tiles().height(); row++) {
            for (int column = 0; column < header.tiles().width(); column++) {
                Optional<Rect> placed = header.placed(column, row, halvings).filter(this::touches);
                if (placed.isPresent()) {
                    tile(column, row, placed.get());
                }
            }
        }
        return samples;
    }

    private boolean touches(Rect tile) {
        return tile.x() < region.right() && tile.right() > region.x()
                && tile.y() < region.bottom() && tile.bottom() > region.y();
    }

    private void tile(int column, int row, Rect placed) {
        decoder.open(column, row);
        requireSize(placed);
        CodestreamHeader.Area area = header.area(column, row);
        int[][] columns = new int[rows.length][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = new float[Math.max(1, decoder.width(c))];
            rowHeld[c] = -1;
            columns[c] = indices(placed.x(), placed.width(), stepsX(c), area.x0(), header.image().x0());
        }
        int[] values = new int[rows.length];
        int top = Math.max(placed.y(), region.y());
        int left = Math.max(placed.x(), region.x());
        int right = Math.min(placed.right(), region.right());
        for (int y = top; y < Math.min(placed.bottom(), region.bottom()); y++) {
            load(y - placed.y(), placed, area);
            int at = ((y - region.y()) * region.width() + left - region.x()) * bands;
            for (int x = left; x < right; x++, at += bands) {
                pixel(columns, x - placed.x(), values);
                channels.put(values, samples, at);
            }
        }
    }

    /** A tile may tell of fewer decompositions than the main header; JJ2000 would then build all of it, whatever its size. */
    private void requireSize(Rect placed) {
        for (int c = 0; c < rows.length; c++) {
            if ((long) decoder.width(c) * decoder.height(c) > 2 * placed.size().area() + SMALL) {
                throw new IiifException.Broken("The JPEG 2000 file is broken: a tile has other resolutions than the image.");
            }
        }
    }

    private int[] stepsX(int component) {
        return new int[] {header.stepX(), header.components()[component].stepX()};
    }

    private int[] stepsY(int component) {
        return new int[] {header.stepY(), header.components()[component].stepY()};
    }

    /** For each pixel from {@code from} on: the sample of a component with other steps that lies there, in its tile. */
    private int[] indices(int from, int count, int[] steps, long tileStart, long imageStart) {
        long firstPixel = CodestreamHeader.reduced(imageStart, steps[0], halvings) + from;
        long firstSample = CodestreamHeader.reduced(tileStart, steps[1], halvings);
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = (int) Math.max(0, (firstPixel + i) * steps[0] / steps[1] - firstSample);
        }
        return indices;
    }

    private void load(int line, Rect placed, CodestreamHeader.Area area) {
        for (int c = 0; c < rows.length; c++) {
            int row = indices(placed.y() + line, 1, stepsY(c), area.y0(), header.image().y0())[0];
            int wanted = Math.min(row, decoder.height(c) - 1);
            if (wanted >= 0 && wanted != rowHeld[c]) {
                decoder.row(c, wanted, rows[c]);
                rowHeld[c] = wanted;
                if (c == 2 && decoder.mixed()) {
                    unmix();
                }
            }
        }
    }

    /** The inverse of the component transforms of Part 1, annex G; rounded when the values become whole. */
    private void unmix() {
        boolean reversible = decoder.reversible();
        for (int i = 0; i < Math.min(rows[0].length, Math.min(rows[1].length, rows[2].length)); i++) {
            float first = rows[0][i];
            float second = rows[1][i];
            float third = rows[2][i];
            if (reversible) {
                float green = first - (float) Math.floor((second + third) / 4);
                rows[0][i] = third + green;
                rows[1][i] = green;
                rows[2][i] = second + green;
            } else {
                rows[0][i] = first + 1.402f * third;
                rows[1][i] = first - 0.344136f * second - 0.714136f * third;
                rows[2][i] = first + 1.772f * second;
            }
        }
    }

    private void pixel(int[][] columns, int column, int[] values) {
        for (int c = 0; c < values.length; c++) {
            int bits = header.components()[c].bits();
            float value = rows[c][Math.min(columns[c][column], rows[c].length - 1)];
            long lifted = (long) Math.floor(value + 0.5) + (1L << bits - 1);
            values[c] = (int) Math.max(0, Math.min((1L << bits) - 1, lifted));
        }
    }
}
