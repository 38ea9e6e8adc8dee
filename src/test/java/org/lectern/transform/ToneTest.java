package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lectern.transform.Matrix.row;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;
import org.lectern.transform.Bitonal.Method;

/** The qualities, at the level of the chain and of the step alone. */
class ToneTest {

    private static final Bitonal OTSU = new Bitonal(Method.OTSU, 128);
    private static final Bitonal DITHER = new Bitonal(Method.DITHER, 128);

    private final Profiles profiles = new Profiles();

    private static Look look(int background, Bitonal bitonal) {
        return new Look(background, false, Scaling.AREA, bitonal);
    }

    private BufferedImage bitonal(BufferedImage image, Bitonal bitonal) {
        var target = new Target(true, 16, true, look(Look.WHITE, bitonal));
        return new Tone(Quality.BITONAL, target, profiles).apply(image);
    }

    private BufferedImage chained(BufferedImage image, Dimensions output, String degrees, Quality quality, Target target) {
        var size = new Dimensions(image.getWidth(), image.getHeight());
        var plan = new Plan(size, size.bounds(), output, new Rotation(false, new BigDecimal(degrees)), quality,
                Format.PNG, "x");
        return Chain.of(plan, size, Window.all(size), target, profiles).apply(image);
    }

    private static int[] greys(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }

    private static int[] distinct(BufferedImage image) {
        return Arrays.stream(greys(image)).distinct().sorted().toArray();
    }

    /** Every kind of source: colours, alpha, depth. */
    static Stream<Arguments> sources() {
        return Stream.of(Matrix.SRGB, Matrix.GRAY, IccProfiles.wideRgb(), IccProfiles.cmyk())
                .flatMap(space -> Stream.of(8, 16)
                        .flatMap(bits -> Stream.of(true, false).map(alpha -> Arguments.of(space, bits, alpha))));
    }

    @Holds({"IMG-101", "IMG-106"})
    @ParameterizedTest(name = "{1} bits, alpha {2}")
    @MethodSource("sources")
    void bitonalIsBlackAndWhiteInOneBandWhateverTheSource(ColorSpace space, int bits, boolean alpha) {
        for (Method method : Method.values()) {
            for (boolean keep : new boolean[] {false, true}) {
                var look = new Look(Look.WHITE, keep, Scaling.AREA, new Bitonal(method, 128));
                BufferedImage image = Matrix.random(new Random(5), space, alpha, bits, new Dimensions(40, 30));
                BufferedImage result = chained(image, new Dimensions(40, 30), "90", Quality.BITONAL,
                        new Target(true, 16, true, look));
                assertThat(Pixels.isNormal(result)).isTrue();
                assertThat(Pixels.bands(result)).isEqualTo(1);
                assertThat(Pixels.bits(result)).isEqualTo(8);
                assertThat(distinct(result)).as(method + ", keep " + keep).containsExactly(0, 255);
            }
        }
    }

    @Holds({"IMG-101", "IMG-106"})
    @ParameterizedTest(name = "{1} bits, alpha {2}")
    @MethodSource("sources")
    void grayIsOneBandOfGreyWhateverTheSource(ColorSpace space, int bits, boolean alpha) {
        for (boolean keepsAlpha : new boolean[] {false, true}) {
            BufferedImage image = Matrix.random(new Random(6), space, alpha, bits, new Dimensions(40, 30));
            BufferedImage result = chained(image, new Dimensions(31, 17), "0", Quality.GRAY,
                    new Target(keepsAlpha, 16, true, Look.STANDARD));
            assertThat(Pixels.isGray(result)).isTrue();
            assertThat(Pixels.bands(result)).isEqualTo(alpha && keepsAlpha ? 2 : 1);
            assertThat(Pixels.bits(result)).isEqualTo(bits);
        }
    }

    @Holds("IMG-102")
    @ParameterizedTest
    @EnumSource(names = {"COLOR", "DEFAULT"})
    void colourOfAGreySourceIsWhatThereIs(Quality quality) {
        for (int bits : new int[] {8, 16}) {
            BufferedImage image = Matrix.random(new Random(7), Matrix.GRAY, false, bits, new Dimensions(9, 5));
            var target = new Target(false, bits, true, Look.STANDARD);
            assertThat(chained(image, new Dimensions(9, 5), "0", quality, target)).isSameAs(image);
        }
    }

    @Holds({"IMG-100", "IMG-102", "IMG-103"})
    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "COLOR", "GRAY"})
    void allButBitonalLeaveBlackAndWhiteAsItIs(Quality quality) {
        BufferedImage image = Matrix.gray(row(0, 255, 255, 0), row(255, 0, 0, 255));
        BufferedImage result = chained(image, new Dimensions(4, 2), "0", quality,
                new Target(false, 8, true, Look.STANDARD));
        assertThat(Matrix.rows(result)).isDeepEqualTo(Matrix.rows(image));
    }

    @Holds("IMG-100")
    @Test
    void defaultIsColourOfColourAndGreyOfGrey() {
        var target = new Target(false, 8, true, Look.STANDARD);
        var size = new Dimensions(6, 4);
        BufferedImage rgb = Matrix.random(new Random(8), Matrix.SRGB, false, 8, size);
        BufferedImage gray = Matrix.random(new Random(9), Matrix.GRAY, false, 8, size);
        assertThat(chained(rgb, size, "0", Quality.DEFAULT, target)).isSameAs(rgb);
        assertThat(chained(gray, size, "0", Quality.DEFAULT, target)).isSameAs(gray);
    }

    @Holds("IMG-106")
    @ParameterizedTest(name = "{0},{1},{2} is grey {3}")
    @CsvSource({"255,0,0,54", "0,255,0,182", "0,0,255,18", "255,255,255,255", "0,0,0,0", "77,77,77,77"})
    void greyOfKnownColours(int red, int green, int blue, int gray) {
        BufferedImage image = Matrix.rgb(row(red, green, blue));
        var tone = new Tone(Quality.GRAY, new Target(false, 8, true, Look.STANDARD), profiles);
        assertThat(Matrix.rows(tone.apply(image))).isDeepEqualTo(new int[][] {{gray}});
        assertThat(Matrix.rows(image)).isDeepEqualTo(new int[][] {{red, green, blue}});
    }

    @Holds("IMG-107")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 128, 200, 254, 255})
    void whiteBeginsAtTheThresholdThatIsSet(int threshold) {
        BufferedImage image = Matrix.gray(row(0, threshold - 1, threshold, 255));
        assertThat(Matrix.rows(bitonal(image, new Bitonal(Method.THRESHOLD, threshold))))
                .isDeepEqualTo(new int[][] {{0, 0, 255, 255}});
    }

    @Holds("IMG-107")
    @Test
    void theStandardThresholdIs128AfterConversionAndOnTheBackground() {
        assertThat(Look.STANDARD.bitonal()).isEqualTo(new Bitonal(Method.THRESHOLD, 128));
        assertThat(Matrix.rows(bitonal(Matrix.gray(row(0, 127, 128, 255)), Bitonal.MIDDLE)))
                .isDeepEqualTo(new int[][] {{0, 0, 255, 255}});
        var linear = new java.awt.color.ICC_ColorSpace(
                java.awt.color.ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        assertThat(Matrix.rows(bitonal(Matrix.of(linear, false, 8, 3, row(50, 50, 50, 56, 56, 56)), Bitonal.MIDDLE)))
                .isDeepEqualTo(new int[][] {{0, 255}});
    }

    @Holds("IMG-106")
    @ParameterizedTest
    @EnumSource(Method.class)
    void whatIsTransparentIsBackground(Method method) {
        BufferedImage image = Matrix.rgba(row(0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0));
        var bitonal = new Bitonal(method, 128);
        var onBlack = new Target(true, 8, true, look(0, bitonal));
        assertThat(Matrix.rows(bitonal(image, bitonal))).isDeepEqualTo(new int[][] {{255, 0, 255, 255}});
        assertThat(Matrix.rows(new Tone(Quality.BITONAL, onBlack, profiles).apply(image)))
                .isDeepEqualTo(new int[][] {{0, 0, 255, 0}});
    }

    @Holds("IMG-107")
    @ParameterizedTest
    @EnumSource(Method.class)
    void aPageAllWhiteStaysWhiteAndAllBlackBlack(Method method) {
        var size = new Dimensions(50, 40);
        for (int grey : new int[] {0, 255}) {
            BufferedImage page = Matrix.constant(Matrix.GRAY, false, 8, size, grey);
            assertThat(distinct(bitonal(page, new Bitonal(method, 128)))).containsExactly(grey);
        }
    }

    @ParameterizedTest(name = "greys {0} and {1}")
    @CsvSource({"0,255", "10,60", "180,230", "100,133"})
    void otsuPartsTwoGreysInTheirMiddle(int ink, int paper) {
        byte[] greys = {(byte) paper, (byte) ink, (byte) paper, (byte) paper, (byte) paper};
        assertThat(Otsu.threshold(greys)).hasValue((ink + 1 + paper + 1) / 2);
        assertThat(Matrix.rows(bitonal(Matrix.gray(row(paper, ink, paper, paper)), OTSU)))
                .isDeepEqualTo(new int[][] {{255, 0, 255, 255}});
    }

    @ParameterizedTest(name = "paper of {0} is {1}")
    @CsvSource({"240,255", "150,255", "100,0", "20,0"})
    void otsuLeavesTheGrainOfPaperAlone(int paper, int result) {
        var random = new Random(3);
        BufferedImage page = Matrix.constant(Matrix.GRAY, false, 8, new Dimensions(60, 60), paper);
        byte[] samples = Pixels.bytes(page);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (byte) (random.nextInt(25) - 12);
        }
        assertThat(Otsu.threshold(samples)).isEmpty();
        assertThat(distinct(bitonal(page, OTSU))).containsExactly(result);
    }

    @Test
    void otsuFindsFadedInkThatAFixedThresholdLoses() {
        BufferedImage page = Matrix.gray(row(230, 228, 150, 155, 231, 229), row(232, 152, 230, 229, 148, 233));
        assertThat(greys(bitonal(page, Bitonal.MIDDLE))).containsOnly(255);
        assertThat(Matrix.rows(bitonal(page, OTSU)))
                .isDeepEqualTo(new int[][] {{255, 255, 0, 0, 255, 255}, {255, 0, 255, 255, 0, 255}});
    }

    @Test
    void otsuIsTheBestOfAllThresholds() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            byte[] greys = new byte[100 + random.nextInt(500)];
            int ink = 20 + random.nextInt(80);
            for (int i = 0; i < greys.length; i++) {
                greys[i] = (byte) Math.max(0, Math.min(255,
                        (random.nextInt(5) == 0 ? ink : 200) + 15 * random.nextGaussian()));
            }
            double best = 0;
            for (int threshold = 1; threshold < 256; threshold++) {
                best = Math.max(best, between(greys, threshold));
            }
            var found = Otsu.threshold(greys);
            double got = found.isPresent() ? between(greys, found.getAsInt()) : best;
            assertThat(got).as("seed %d", seed).isCloseTo(best, within(best * 1e-9));
            assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(best > 0);
        }
    }

    /** Variance between the classes, as Otsu has it. */
    private static double between(byte[] greys, int threshold) {
        double[] sums = new double[2];
        double[] counts = new double[2];
        for (byte grey : greys) {
            int side = (grey & 0xff) < threshold ? 0 : 1;
            sums[side] += grey & 0xff;
            counts[side]++;
        }
        double apart = sums[1] / counts[1] - sums[0] / counts[0];
        return counts[0] == 0 || counts[1] == 0 ? 0 : apart * apart * counts[0] * counts[1];
    }

    @Test
    void ditheringKeepsTheMeanOfEveryFlatGreyWithinALevel() {
        var size = new Dimensions(128, 96);
        for (int grey = 0; grey < 256; grey++) {
            BufferedImage dots = bitonal(Matrix.constant(Matrix.GRAY, false, 8, size, grey), DITHER);
            double mean = Arrays.stream(greys(dots)).average().orElseThrow();
            assertThat(mean).as("grey %d", grey).isCloseTo(grey, within(1.0));
        }
    }

    @Test
    void ditheringIsThatOfFloydAndSteinbergThereAndBack() {
        // 100 is black, 7/16 of it 43: 143 is white and loses -112, 7/16 of that -49: 51 is black
        assertThat(Matrix.rows(bitonal(Matrix.gray(row(100, 100, 100)), DITHER)))
                .isDeepEqualTo(new int[][] {{0, 255, 0}});
        BufferedImage noise = Matrix.random(new Random(4), Matrix.GRAY, false, 8, new Dimensions(37, 23));
        assertThat(Matrix.rows(bitonal(noise, DITHER))).isDeepEqualTo(diffused(Matrix.rows(noise)));
    }

    /** The same by the book, on a whole plane of sixteenths. */
    private static int[][] diffused(int[][] greys) {
        int width = greys[0].length;
        int[][] plane = new int[greys.length + 1][width + 2];
        int[][] result = new int[greys.length][width];
        for (int y = 0; y < greys.length; y++) {
            int step = y % 2 == 0 ? 1 : -1;
            for (int x = step > 0 ? 1 : width; x >= 1 && x <= width; x += step) {
                int value = greys[y][x - 1] * 16 + plane[y][x];
                result[y][x - 1] = value < 2040 ? 0 : 255;
                int lost = value - 16 * result[y][x - 1];
                int[] shares = {Math.floorDiv(lost * 7, 16), Math.floorDiv(lost * 3, 16), Math.floorDiv(lost * 5, 16)};
                plane[y][x + step] += shares[0];
                plane[y + 1][x - step] += shares[1];
                plane[y + 1][x] += shares[2];
                plane[y + 1][x + step] += lost - shares[0] - shares[1] - shares[2];
            }
        }
        return result;
    }

    @Test
    void thePictureGivenIsNotAltered() {
        BufferedImage image = Matrix.random(new Random(10), Matrix.GRAY, false, 8, new Dimensions(20, 20));
        int[][] before = Matrix.rows(image);
        for (Method method : Method.values()) {
            bitonal(image, new Bitonal(method, 128));
            assertThat(Matrix.rows(image)).isDeepEqualTo(before);
        }
    }
}
