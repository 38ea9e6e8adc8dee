package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lectern.pixels.Pixels;

/**
 * Reduces a picture of 8 bits to a palette of 256: exactly, when it has no more colours; otherwise by
 * median cut, which splits the box of colours with the widest weighted spread at its median. Pixels of
 * less than half opacity become the one transparent entry. Equal pictures give equal palettes.
 */
final class ColourTable {

    /** Heap bytes that counting colours takes, whatever the size of the picture. */
    static final long COST = 4 << 20;

    private static final int ENTRIES = 256;
    private static final int BITS = 6; // of each colour, for the boxes
    private static final int CELLS = 1 << 3 * BITS;
    private static final int CLEAR = -1;

    private final byte[] samples;
    private final int bands;
    private final boolean gray;
    private final boolean alpha;
    private final int width;
    private final int height;
    private final boolean clear;

    private ColourTable(BufferedImage image) {
        this.samples = Pixels.bytes(image);
        this.bands = Pixels.bands(image);
        this.gray = Pixels.isGray(image);
        this.alpha = image.getColorModel().hasAlpha();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.clear = alpha && anyClear();
    }

    private boolean anyClear() {
        for (int at = bands - 1; at < samples.length; at += bands) {
            if (samples[at] >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The picture with a palette. */
    static BufferedImage reduce(BufferedImage image) {
        var palette = new ColourTable(image);
        Map<Integer, Integer> exact = palette.distinct();
        return exact.size() <= palette.room() ? palette.exact(exact) : palette.cut();
    }

    private int room() {
        return clear ? ENTRIES - 1 : ENTRIES;
    }

    /** Of a pixel: 0xrrggbb, or CLEAR. */
    private int colour(int pixel) {
        int at = pixel * bands;
        if (alpha && samples[at + bands - 1] >= 0) {
            return CLEAR;
        }
        int red = samples[at] & 0xff;
        return gray ? red * 0x010101 : red << 16 | (samples[at + 1] & 0xff) << 8 | samples[at + 2] & 0xff;
    }

    private int pixels() {
        return width * height;
    }

    /** The colours in the order they appear, as far as one more than fit. */
    private Map<Integer, Integer> distinct() {
        Map<Integer, Integer> places = new HashMap<>();
        int last = CLEAR;
        for (int i = 0; i < pixels(); i++) {
            int colour = colour(i);
            if (colour != last && colour != CLEAR) {
                places.putIfAbsent(colour, places.size());
                last = colour;
            }
            if (places.size() > room()) {
                return places;
            }
        }
        return places;
    }

    private BufferedImage exact(Map<Integer, Integer> places) {
        int[] entries = new int[places.size()];
        places.forEach((colour, place) -> entries[place] = colour);
        byte[] indices = new byte[pixels()];
        for (int i = 0; i < indices.length; i++) {
            int colour = colour(i);
            boolean again = i > 0 && colour == colour(i - 1);
            indices[i] = again ? indices[i - 1] : (byte) (colour == CLEAR ? entries.length : places.get(colour));
        }
        return image(entries, indices);
    }

    private BufferedImage cut() {
        int[] counts = new int[CELLS];
        for (int i = 0; i < pixels(); i++) {
            int colour = colour(i);
            if (colour != CLEAR) {
                counts[cell(colour)]++;
            }
        }
        List<Box> boxes = boxes(counts);
        byte[] places = new byte[CELLS];
        for (int place = 0; place < boxes.size(); place++) {
            for (int cell : boxes.get(place).cells) {
                places[cell] = (byte) place;
            }
        }
        byte[] indices = new byte[pixels()];
        for (int i = 0; i < indices.length; i++) {
            int colour = colour(i);
            indices[i] = colour == CLEAR ? (byte) boxes.size() : places[cell(colour)];
        }
        return image(means(indices, boxes.size()), indices);
    }

    private List<Box> boxes(int[] counts) {
        int[] used = java.util.stream.IntStream.range(0, CELLS).filter(cell -> counts[cell] > 0).toArray();
        List<Box> boxes = new ArrayList<>(List.of(new Box(used, counts)));
        while (boxes.size() < room()) {
            Box widest = boxes.stream().max(Comparator.comparingDouble(box -> box.weight)).orElseThrow();
            if (widest.cells.length < 2) {
                break;
            }
            int place = boxes.indexOf(widest);
            int middle = widest.median(counts);
            boxes.set(place, new Box(Arrays.copyOf(widest.cells, middle), counts));
            boxes.add(new Box(Arrays.copyOfRange(widest.cells, middle, widest.cells.length), counts));
        }
        return boxes;
    }

    private static int cell(int colour) {
        return (colour >> 18 & 63) << 2 * BITS | (colour >> 10 & 63) << BITS | colour >> 2 & 63;
    }

    /** The colour of an entry is the mean of the pixels that have it. */
    private int[] means(byte[] indices, int entries) {
        long[] sums = new long[entries * 4];
        for (int i = 0; i < indices.length; i++) {
            int colour = colour(i);
            if (colour == CLEAR) {
                continue;
            }
            int at = (indices[i] & 0xff) * 4;
            sums[at]++;
            sums[at + 1] += colour >> 16;
            sums[at + 2] += colour >> 8 & 0xff;
            sums[at + 3] += colour & 0xff;
        }
        int[] means = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            long count = sums[entry * 4];
            for (int band = 1; band <= 3; band++) {
                means[entry] = means[entry] << 8 | (int) ((sums[entry * 4 + band] + count / 2) / count);
            }
        }
        return means;
    }

    private BufferedImage image(int[] entries, byte[] indices) {
        int used = Math.max(2, entries.length + (clear ? 1 : 0));
        byte[][] bands = new byte[3][used];
        for (int entry = 0; entry < entries.length; entry++) {
            bands[0][entry] = (byte) (entries[entry] >> 16);
            bands[1][entry] = (byte) (entries[entry] >> 8);
            bands[2][entry] = (byte) entries[entry];
        }
        var model = new IndexColorModel(8, used, bands[0], bands[1], bands[2], clear ? entries.length : -1);
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(indices, indices.length), width, height, width, 1, new int[] {0}, null);
        return new BufferedImage(model, raster, false, null);
    }

    /** Some cells of the colour cube, sorted along the axis on which they lie widest apart. */
    private static final class Box {
        private final int[] cells;
        private final double weight;

        Box(int[] cells, int[] counts) {
            int shift = widest(cells);
            this.cells = sorted(cells, shift);
            long pixels = Arrays.stream(cells).mapToLong(cell -> counts[cell]).sum();
            int spread = cells.length < 2 ? 0
                    : (this.cells[cells.length - 1] >> shift & 63) - (this.cells[0] >> shift & 63);
            this.weight = cells.length < 2 ? 0 : spread * (double) spread * Math.sqrt(pixels);
        }

        private static int widest(int[] cells) {
            int best = 0;
            int bestSpread = -1;
            for (int shift : new int[] {BITS, 2 * BITS, 0}) { // green first: the eye sees it best
                int axis = shift;
                var range = Arrays.stream(cells).map(cell -> cell >> axis & 63).summaryStatistics();
                if (range.getMax() - range.getMin() > bestSpread) {
                    bestSpread = range.getMax() - range.getMin();
                    best = shift;
                }
            }
            return best;
        }

        private static int[] sorted(int[] cells, int shift) {
            return Arrays.stream(cells)
                    .mapToLong(cell -> (long) (cell >> shift & 63) << 32 | cell)
                    .sorted()
                    .mapToInt(key -> (int) key)
                    .toArray();
        }

        /** Where the first half of the pixels ends; never at either end. */
        int median(int[] counts) {
            long all = Arrays.stream(cells).mapToLong(cell -> counts[cell]).sum();
            long seen = 0;
            for (int i = 0; i < cells.length; i++) {
                seen += counts[cells[i]];
                if (2 * seen >= all) {
                    return Math.max(1, Math.min(cells.length - 1, i + 1));
                }
            }
            return cells.length / 2;
        }
    }
}
