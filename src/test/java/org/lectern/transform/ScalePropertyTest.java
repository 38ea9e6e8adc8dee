package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Random pictures, windows and sizes against the formulas. */
class ScalePropertyTest {

    private static final int ROUNDS = 300;

    private static Window within(Random random, Dimensions size) {
        double left = random.nextInt(3) == 0 ? 0 : random.nextDouble() * (size.width() - 1);
        double top = random.nextInt(3) == 0 ? 0 : random.nextDouble() * (size.height() - 1);
        double right =
                random.nextInt(3) == 0 ? size.width() : left + 1 + random.nextDouble() * (size.width() - left - 1);
        double bottom =
                random.nextInt(3) == 0 ? size.height() : top + 1 + random.nextDouble() * (size.height() - top - 1);
        return new Window(left, top, right, bottom);
    }

    /** No larger than the window. */
    private static Dimensions smaller(Random random, Window window) {
        return new Dimensions(
                1 + random.nextInt((int) (window.right() - window.left())),
                1 + random.nextInt((int) (window.bottom() - window.top())));
    }

    private static Dimensions size(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Dimensions(1 + random.nextInt(3), 1 + random.nextInt(900));
            case 1 -> new Dimensions(1 + random.nextInt(900), 1 + random.nextInt(3));
            default -> new Dimensions(1 + random.nextInt(70), 1 + random.nextInt(70));
        };
    }

    /** All kinds in turn: grey or RGB, 8 or 16 bits, with alpha or without; noise, or nothing but extremes. */
    private static BufferedImage picture(Random random, long seed, Dimensions size) {
        ColorSpace space = seed % 2 == 0 ? Matrix.SRGB : Matrix.GRAY;
        BufferedImage image = Matrix.random(random, space, seed / 2 % 2 == 1, seed / 4 % 2 == 0 ? 8 : 16, size);
        if (seed / 8 % 2 == 0) {
            Samples samples = Samples.of(image);
            for (int i = 0; i < size.area() * Pixels.bands(image); i++) {
                samples.set(i, samples.get(i) > samples.full / 2 ? samples.full : 0);
            }
        }
        return image;
    }

    private static double distance(BufferedImage image, double[] exact) {
        double[] samples = ExactScale.samples(image);
        assertThat(samples).hasSameSizeAs(exact);
        double most = 0;
        for (int i = 0; i < exact.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - exact[i]));
        }
        return most;
    }

    private static double distance(BufferedImage image, BufferedImage other) {
        return distance(image, ExactScale.samples(other));
    }

    @Test
    @Holds("IMG-034")
    void reductionsAreWithinOneLevelOfTheExactAverage() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            BufferedImage image = picture(random, seed, size);
            Window window = within(random, size);
            Dimensions out = smaller(random, window);
            BufferedImage scaled = new Scale(window, out).apply(image);
            double most = image.getColorModel().hasAlpha() ? 1.01 : 1; // colour and alpha are rounded each
            assertThat(distance(scaled, ExactScale.area(image, window, out)))
                    .as("seed %d, %s of %s to %s", seed, window, size, out)
                    .isLessThan(most);
        }
    }

    @Test
    @Holds("IMG-034")
    void wholeFactorsAreExactWithHalvesRoundedUp() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            BufferedImage image = picture(random, seed & ~2, size);
            int across = 1 + random.nextInt(Math.min(9, size.width()));
            int down = 1 + random.nextInt(Math.min(9, size.height()));
            var out = new Dimensions((size.width() - 1) / across + 1, (size.height() - 1) / down + 1);
            var window = new Window(0, 0, (double) out.width() * across, (double) out.height() * down);
            for (Scaling scaling : Scaling.values()) {
                int[][] scaled = Matrix.rows(new Scale(window, out, scaling).apply(image));
                assertThat(scaled).as("seed %d, %s by %dx%d, %s", seed, size, across, down, scaling)
                        .isDeepEqualTo(averages(image, out, across, down));
            }
        }
    }

    private static int[][] averages(BufferedImage image, Dimensions out, int across, int down) {
        int bands = Pixels.bands(image);
        int[][] rows = new int[out.height()][out.width() * bands];
        for (int y = 0; y < out.height(); y++) {
            for (int i = 0; i < rows[y].length; i++) {
                int bottom = Math.min(image.getHeight(), (y + 1) * down);
                int right = Math.min(image.getWidth(), (i / bands + 1) * across);
                long sum = 0;
                long count = 0;
                for (int fromY = y * down; fromY < bottom; fromY++) {
                    for (int fromX = i / bands * across; fromX < right; fromX++) {
                        sum += image.getRaster().getSample(fromX, fromY, i % bands);
                        count++;
                    }
                }
                rows[y][i] = (int) ((2 * sum + count) / (2 * count));
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{0} x {1}, {2} bits")
    @CsvSource({"30000,1,8", "1,30000,8", "1,30000,16", "30000,1,16", "3,70001,8", "3,70001,16", "257,259,8"})
    void extremeRatiosAreExactToo(int width, int height, int bits) {
        var size = new Dimensions(width, height);
        BufferedImage image = Matrix.random(new Random(5), Matrix.SRGB, false, bits, size);
        BufferedImage scaled = new Scale(Window.all(size), new Dimensions(1, 1)).apply(image);
        assertThat(Matrix.rows(scaled)).isDeepEqualTo(averages(image, new Dimensions(1, 1), width, height));
    }

    @Test
    void piecesOfAWholeFactorEqualTheWhole() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            BufferedImage image = picture(random, seed, size);
            int factor = 1 + random.nextInt(6);
            Dimensions out = size.dividedBy(factor);
            Window all = new Window(0, 0, (double) factor * out.width(), (double) factor * out.height());
            assertThat(mosaicDistance(random, image, all, out)).as("seed %d", seed).isZero();
        }
    }

    @Test
    void piecesOfAnyReductionEqualTheWholeWithinOneLevel() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            BufferedImage image = picture(random, seed, size);
            Window window = within(random, size);
            assertThat(mosaicDistance(random, image, window, smaller(random, window)))
                    .as("seed %d", seed)
                    .isLessThan(image.getColorModel().hasAlpha() ? 1.01 : 1.000001);
        }
    }

    /** The answer cut in four somewhere, each piece scaled from its own part of the picture. */
    private static double mosaicDistance(Random random, BufferedImage image, Window window, Dimensions out) {
        BufferedImage whole = new Scale(window, out).apply(image);
        int x = random.nextInt(out.width());
        int y = random.nextInt(out.height());
        double across = (window.right() - window.left()) / out.width();
        double down = (window.bottom() - window.top()) / out.height();
        double most = 0;
        for (int[] part : new int[][] {
            {0, 0, x, y}, {x, 0, out.width(), y}, {0, y, x, out.height()}, {x, y, out.width(), out.height()}
        }) {
            if (part[0] < part[2] && part[1] < part[3]) {
                var piece = new Window(window.left() + part[0] * across, window.top() + part[1] * down,
                        window.left() + part[2] * across, window.top() + part[3] * down);
                var size = new Dimensions(part[2] - part[0], part[3] - part[1]);
                BufferedImage wanted = crop(whole, part[0], part[1], size);
                most = Math.max(most, distance(scaledPart(image, piece, size), wanted));
            }
        }
        return most;
    }

    /** From no more of the picture than the window touches. */
    private static BufferedImage scaledPart(BufferedImage image, Window window, Dimensions out) {
        int left = Math.min((int) window.left(), image.getWidth() - 1);
        int top = Math.min((int) window.top(), image.getHeight() - 1);
        int right = Math.max(left + 1, Math.min(image.getWidth(), (int) Math.ceil(window.right() - 1e-9)));
        int bottom = Math.max(top + 1, Math.min(image.getHeight(), (int) Math.ceil(window.bottom() - 1e-9)));
        var moved = new Window(window.left() - left, window.top() - top, window.right() - left, window.bottom() - top);
        return new Scale(moved, out).apply(crop(image, left, top, new Dimensions(right - left, bottom - top)));
    }

    private static BufferedImage crop(BufferedImage image, int x, int y, Dimensions size) {
        BufferedImage part = Pixels.create(size, image.getColorModel().getColorSpace(),
                image.getColorModel().hasAlpha(), Pixels.bits(image));
        part.getRaster().setRect(-x, -y, image.getRaster());
        return part;
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void bandsEqualTheWhole(Scaling scaling) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            BufferedImage image = picture(random, seed, size);
            Window window = within(random, size);
            var out = new Dimensions(1 + random.nextInt(90), 1 + random.nextInt(90));
            var scale = new Scale(window, out, scaling);
            int[][] whole = Matrix.rows(scale.apply(image));
            int from = random.nextInt(out.height());
            int to = from + 1 + random.nextInt(out.height() - from);
            if (!scale.isIdentity(size)) {
                Band band = scale.band(size.height(), from, to);
                var rows = new Dimensions(size.width(), band.bottom() - band.top());
                int[][] some = Matrix.rows(band.apply(crop(image, 0, band.top(), rows)));
                assertThat(some).as("seed %d", seed).isDeepEqualTo(Arrays.copyOfRange(whole, from, to));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void oneColourStaysThatColourAtAnySize(Scaling scaling) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Dimensions size = size(random);
            int bits = seed % 2 == 0 ? 8 : 16;
            int full = bits == 8 ? 255 : 65535;
            boolean alpha = seed / 2 % 2 == 0;
            int[] colour = random.ints(alpha ? 4 : 3, 0, full + 1).toArray();
            colour[colour.length - 1] = Math.max(1, colour[colour.length - 1]);
            BufferedImage image = Matrix.constant(Matrix.SRGB, alpha, bits, size, colour);
            var out = new Dimensions(1 + random.nextInt(80), 1 + random.nextInt(80));
            BufferedImage scaled = new Scale(within(random, size), out, scaling).apply(image);
            assertThat(distance(scaled, Matrix.constant(Matrix.SRGB, alpha, bits, out, colour)))
                    .as("seed %d, %s to %s", seed, size, out)
                    .isZero();
        }
    }

    @Test
    void lanczosIsTheFormulaUpToFourToOne() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var size = new Dimensions(40 + random.nextInt(30), 40 + random.nextInt(30));
            BufferedImage image = picture(random, seed & ~2, size);
            var out = new Dimensions(size.width() - 1 - random.nextInt(29), size.height() - 1 - random.nextInt(29));
            Window window = Window.all(size);
            double[] exact = ExactScale.lanczos(image, window, out);
            int full = Samples.of(image).full;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = Math.max(0, Math.min(exact[i], full));
            }
            if (size.width() % out.width() != 0 || size.height() % out.height() != 0) {
                assertThat(distance(new Scale(window, out, Scaling.LANCZOS).apply(image), exact))
                        .as("seed %d, %s to %s", seed, size, out)
                        .isLessThan(0.501);
            }
        }
    }

    @ParameterizedTest(name = "{0} samples to {1}, {2}")
    @CsvSource({
        "600,240,LANCZOS", "600,110,LANCZOS", "600,61,LANCZOS", "600,17,LANCZOS", "600,599,LANCZOS",
        "600,240,AREA", "600,61,AREA", "600,599,AREA", "600,1000,AREA", "600,1000,LANCZOS"
    })
    void aRampStaysInItsPlace(int extent, int length, Scaling scaling) {
        BufferedImage ramp = Pixels.create(new Dimensions(extent, extent), Matrix.GRAY, false, 16);
        for (int y = 0; y < extent; y++) {
            for (int x = 0; x < extent; x++) {
                ramp.getRaster().setSample(x, y, 0, 60 * x + 40 * y);
            }
        }
        var out = new Dimensions(length, length);
        BufferedImage scaled = new Scale(Window.all(new Dimensions(extent, extent)), out, scaling).apply(ramp);
        double step = (double) extent / length;
        int margin = 1 + (int) (3 * 60 / 60 / Math.min(1, step));
        for (int i = margin; i < length - margin; i++) {
            int j = length - 1 - i;
            double wanted = 60 * ((i + 0.5) * step - 0.5) + 40 * ((j + 0.5) * step - 0.5);
            assertThat((double) scaled.getRaster().getSample(i, j, 0)).as("at %d", i)
                    .isBetween(wanted - 1.1, wanted + 1.1);
        }
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void edgesOvershootNoFurtherThanTheRange(Scaling scaling) {
        int[] line = new int[40];
        Arrays.fill(line, 20, 40, 255);
        BufferedImage edge = Matrix.gray(line);
        for (int length : new int[] {17, 23, 37, 53, 160}) {
            int[] scaled = Matrix.rows(
                    new Scale(new Window(0, 0, 40, 1), new Dimensions(length, 1), scaling).apply(edge))[0];
            for (int i = 0; i < length; i++) {
                double place = (i + 0.5) * 40 / length - 20;
                if (Math.abs(place) > Math.max(1, 40.0 / length)) {
                    assertThat(scaled[i]).as("%d of %d", i, length).isCloseTo(place < 0 ? 0 : 255, within(30));
                }
            }
        }
    }

    private static Offset<Integer> within(int most) {
        return Offset.offset(most);
    }
}
