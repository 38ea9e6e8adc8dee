package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The code-blocks of one tile, by component, resolution and precinct. */
final class EncodedTile {

    /** The code-blocks of one sub-band in one precinct, row by row. */
    record BandBlocks(int columns, int rows, List<EncodedBlock> blocks, TagTreeWriter inclusion, TagTreeWriter zeros) {}

    /**
     * A precinct.
     *
     * @param x of the reference grid where its turn comes in an order by position
     * @param y of the reference grid where its turn comes in an order by position
     */
    record Precinct(int component, int resolution, int index, long x, long y, List<BandBlocks> bands) {}

    final int index;
    final List<Precinct> precincts = new ArrayList<>();
    private final TestPicture picture;
    private final Encoding encoding;
    private final Encoding.Header header;
    private final Random random;
    private final long[] area;

    EncodedTile(TestPicture picture, Encoding encoding, int index, long[] area) {
        this.index = index;
        this.picture = picture;
        this.encoding = encoding;
        this.area = area;
        header = encoding.header(index);
        random = new Random(encoding.seed * 31 + index);
        List<Field> fields = fields(picture, encoding, index, area);
        for (int component = 0; component < fields.size(); component++) {
            encode(component, fields.get(component));
        }
    }

    /** What the wavelet is given of each component. */
    static List<Field> fields(TestPicture picture, Encoding encoding, int index, long[] area) {
        List<Field> fields = new ArrayList<>();
        for (TestPicture.Plane plane : picture.planes()) {
            fields.add(lifted(plane, area));
        }
        if (encoding.header(index).componentTransform) {
            transform(fields, encoding.style(index, 0).reversible);
        }
        return fields;
    }

    private static Field lifted(TestPicture.Plane plane, long[] area) {
        var field = new Field((int) up(area[0], plane.stepX()), (int) up(area[1], plane.stepY()),
                (int) up(area[2], plane.stepX()), (int) up(area[3], plane.stepY()));
        int shift = plane.signed() ? 0 : 1 << plane.bits() - 1;
        for (int y = field.y0; y < field.y0 + field.height; y++) {
            for (int x = field.x0; x < field.x0 + field.width; x++) {
                field.set(x, y, plane.at(x, y) - shift);
            }
        }
        return field;
    }

    private static void transform(List<Field> fields, boolean reversible) { // annex G
        double[] red = fields.get(0).values;
        double[] green = fields.get(1).values;
        double[] blue = fields.get(2).values;
        for (int i = 0; i < red.length; i++) {
            double r = red[i];
            double g = green[i];
            double b = blue[i];
            red[i] = reversible ? Math.floor((r + 2 * g + b) / 4) : 0.299 * r + 0.587 * g + 0.114 * b;
            green[i] = reversible ? b - g : -0.16875 * r - 0.33126 * g + 0.5 * b;
            blue[i] = reversible ? r - g : 0.5 * r - 0.41869 * g - 0.08131 * b;
        }
    }

    private void encode(int component, Field field) {
        Encoding.Style style = encoding.style(index, component);
        List<Field> bands = ForwardWavelet.transform(field, style.levels, style.reversible);
        List<int[]> quantized = new ArrayList<>();
        for (int band = 0; band < bands.size(); band++) {
            quantized.add(quantize(component, band, bands.get(band)));
        }
        for (int resolution = 0; resolution <= style.levels; resolution++) {
            resolution(component, resolution, field, bands, quantized);
        }
    }

    private int[] quantize(int component, int band, Field field) {
        Encoding.Style style = encoding.style(index, component);
        int bits = picture.planes().get(component).bits();
        double step = style.reversible ? 1 : Steps.size(style, bits, band);
        Encoding.Region region = encoding.region(index, component);
        int[] values = new int[field.values.length];
        for (int i = 0; i < values.length; i++) {
            int value = (int) Math.floor(Math.abs(field.values[i]) / step);
            boolean inside = region.shift() > 0
                    && isInside(region, component, style.levels, band, field.x0 + i % field.width, field.y0
                            + i / field.width);
            if (region.shift() > 0 && value >> region.shift() != 0) {
                throw new IllegalArgumentException("the region is shifted too little for " + value);
            }
            values[i] = (int) Math.signum(field.values[i]) * (inside ? value << region.shift() : value);
        }
        return values;
    }

    private boolean isInside(Encoding.Region region, int component, int levels, int band, int u, int v) {
        TestPicture.Plane plane = picture.planes().get(component);
        int halvings = band == 0 ? levels : levels - (band - 1) / 3;
        long x = ((long) u << halvings) * plane.stepX();
        long y = ((long) v << halvings) * plane.stepY();
        return x >= region.x0() && x < region.x1() && y >= region.y0() && y < region.y1();
    }

    private void resolution(int component, int resolution, Field field, List<Field> bands, List<int[]> quantized) {
        Encoding.Style style = encoding.style(index, component);
        TestPicture.Plane plane = picture.planes().get(component);
        int halvings = style.levels - resolution;
        long[] at = {up(field.x0, 1L << halvings), up(field.y0, 1L << halvings),
            up(field.x0 + field.width, 1L << halvings), up(field.y0 + field.height, 1L << halvings)};
        if (field.width == 0 || field.height == 0 || at[0] == at[2] || at[1] == at[3]) {
            return;
        }
        long width = 1L << style.precinctWidthExponent(resolution);
        long height = 1L << style.precinctHeightExponent(resolution);
        int count = 0;
        for (long y = at[1] / height * height; y < at[3]; y += height) {
            for (long x = at[0] / width * width; x < at[2]; x += width) {
                List<BandBlocks> blocks = new ArrayList<>();
                for (int band = resolution == 0 ? 0 : 3 * resolution - 2; band <= 3 * resolution; band++) {
                    blocks.add(blocks(component, resolution, band, x, y, bands.get(band), quantized.get(band)));
                }
                precincts.add(new Precinct(component, resolution, count++,
                        x < at[0] ? area[0] : (x << halvings) * plane.stepX(),
                        y < at[1] ? area[1] : (y << halvings) * plane.stepY(), blocks));
            }
        }
    }

    /** The code-blocks of a sub-band in the precinct whose corner in the resolution is told. */
    private BandBlocks blocks(int component, int resolution, int band, long x, long y, Field field, int[] values) {
        Encoding.Style style = encoding.style(index, component);
        int nested = resolution == 0 ? 0 : 1;
        int widthExponent = style.precinctWidthExponent(resolution) - nested;
        int heightExponent = style.precinctHeightExponent(resolution) - nested;
        long left = Math.max(field.x0, x >> nested);
        long upper = Math.max(field.y0, y >> nested);
        long right = Math.min(field.x0 + field.width, (x >> nested) + (1L << widthExponent));
        long lower = Math.min(field.y0 + field.height, (y >> nested) + (1L << heightExponent));
        List<EncodedBlock> blocks = new ArrayList<>();
        if (left >= right || upper >= lower) {
            return new BandBlocks(0, 0, blocks, tree(0, 0, blocks, 0), tree(0, 0, blocks, 0));
        }
        int blockWidth = 1 << Math.min(style.blockWidthExponent, widthExponent);
        int blockHeight = 1 << Math.min(style.blockHeightExponent, heightExponent);
        int columns = (int) ((right - 1) / blockWidth - left / blockWidth + 1);
        int rows = (int) ((lower - 1) / blockHeight - upper / blockHeight + 1);
        for (int i = 0; i < columns * rows; i++) {
            long cellX = (left / blockWidth + i % columns) * blockWidth;
            long cellY = (upper / blockHeight + i / columns) * blockHeight;
            blocks.add(block(component, band, field, values, (int) Math.max(left, cellX), (int) Math.max(upper, cellY),
                    (int) Math.min(right, cellX + blockWidth), (int) Math.min(lower, cellY + blockHeight)));
        }
        return new BandBlocks(columns, rows, blocks, tree(columns, rows, blocks, header.layers),
                tree(columns, rows, blocks, 0));
    }

    private static TagTreeWriter tree(int columns, int rows, List<EncodedBlock> blocks, int layers) {
        return new TagTreeWriter(columns, rows, blocks.stream()
                .mapToInt(block -> layers == 0 ? block.zeroPlanes : block.firstLayer(layers)).toArray());
    }

    private EncodedBlock block(int component, int band, Field field, int[] values, int x0, int y0, int x1, int y1) {
        Encoding.Style style = encoding.style(index, component);
        int[] coefficients = new int[(x1 - x0) * (y1 - y0)];
        boolean left = random.nextDouble() < encoding.leftOut;
        for (int i = 0; i < coefficients.length && !left; i++) {
            int x = x0 + i % (x1 - x0);
            int y = y0 + i / (x1 - x0);
            coefficients[i] = values[(y - field.y0) * field.width + x - field.x0];
        }
        int bits = picture.planes().get(component).bits();
        int planes = Steps.bitPlanes(style, bits, header.componentTransform, band)
                + encoding.region(index, component).shift();
        EncodedBlock block = new BlockEncoder(coefficients, x1 - x0, band == 0 ? 0 : (band - 1) % 3 + 1,
                style.blockStyle)
                .encode(planes, encoding.droppedPasses, encoding.wildCuts, random);
        block.layers = random.ints(block.passes.size(), 0, header.layers).sorted().toArray();
        return block;
    }

    private static long up(long at, long step) {
        return (at + step - 1) / step;
    }
}
