package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.transform.Matrix.row;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;

class RotateTest {

    private static final BufferedImage SIX = Matrix.gray(row(1, 2, 3), row(4, 5, 6));

    private static BufferedImage turned(String degrees, BufferedImage image) {
        return new Rotate(new BigDecimal(degrees)).apply(image);
    }

    @Test
    @Holds({"IMG-090", "IMG-092", "IMG-096"})
    void quarterTurnsAreClockwise() {
        assertThat(Matrix.rows(turned("90", SIX))).isDeepEqualTo(new int[][] {{4, 1}, {5, 2}, {6, 3}});
        assertThat(Matrix.rows(turned("180", SIX))).isDeepEqualTo(new int[][] {{6, 5, 4}, {3, 2, 1}});
        assertThat(Matrix.rows(turned("270", SIX))).isDeepEqualTo(new int[][] {{3, 6}, {2, 5}, {1, 4}});
    }

    @Test
    @Holds({"IMG-090", "IMG-092", "IMG-096"})
    void mirrorSwapsLeftAndRight() {
        assertThat(Matrix.rows(new Mirror().apply(SIX))).isDeepEqualTo(new int[][] {{3, 2, 1}, {6, 5, 4}});
    }

    /** Nine fields in rows, from the top. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "0    | 1 2 3, 4 5 6, 7 8 9",
        "360  | 1 2 3, 4 5 6, 7 8 9",
        "0.0  | 1 2 3, 4 5 6, 7 8 9",
        "90   | 7 4 1, 8 5 2, 9 6 3",
        "90.0 | 7 4 1, 8 5 2, 9 6 3",
        "090  | 7 4 1, 8 5 2, 9 6 3",
        "180  | 9 8 7, 6 5 4, 3 2 1",
        "270  | 3 6 9, 2 5 8, 1 4 7",
        "!0   | 3 2 1, 6 5 4, 9 8 7",
        "!360 | 3 2 1, 6 5 4, 9 8 7",
        "!90  | 9 6 3, 8 5 2, 7 4 1",
        "!180 | 7 8 9, 4 5 6, 1 2 3",
        "!270 | 1 4 7, 2 5 8, 3 6 9"
    })
    @Holds({"IMG-090", "IMG-092", "IMG-095", "IMG-096"})
    void requestsMirrorFirstAndTurnThen(String rotation, String rows) {
        BufferedImage nine = Matrix.gray(row(1, 2, 3), row(4, 5, 6), row(7, 8, 9));
        BufferedImage result = nine;
        for (Step step : steps(Rotation.parse(rotation), new Dimensions(3, 3))) {
            result = step.apply(result);
        }
        int[][] wanted = Stream.of(rows.split(","))
                .map(line -> Stream.of(line.trim().split(" ")).mapToInt(Integer::parseInt).toArray())
                .toArray(int[][]::new);
        assertThat(Matrix.rows(result)).isDeepEqualTo(wanted);
    }

    private static List<Step> steps(Rotation rotation, Dimensions size) {
        var plan = new Plan(size, size.bounds(), size, rotation, Quality.DEFAULT, Format.PNG, "unused");
        var target = new Target(true, 8, false, Look.STANDARD);
        return Chain.of(plan, size, Window.all(size), target, new Profiles()).steps();
    }

    @Test
    void largePicturesTurnPixelByPixel() {
        for (int bands : new int[] {1, 3, 4}) {
            var size = new Dimensions(71, 45); // no multiple of the blocks they are turned in
            BufferedImage image = Matrix.random(
                    new Random(bands), bands == 1 ? Matrix.GRAY : Matrix.SRGB, bands == 4, 8, size);
            BufferedImage right = turned("90", image);
            BufferedImage left = turned("270", image);
            BufferedImage over = turned("180", image);
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    int[] pixel = image.getRaster().getPixel(x, y, (int[]) null);
                    assertThat(right.getRaster().getPixel(44 - y, x, (int[]) null)).containsExactly(pixel);
                    assertThat(left.getRaster().getPixel(y, 70 - x, (int[]) null)).containsExactly(pixel);
                    assertThat(over.getRaster().getPixel(70 - x, 44 - y, (int[]) null)).containsExactly(pixel);
                }
            }
        }
    }

    @Test
    void pixelsOfThreeBandsStayWhole() {
        BufferedImage image = Matrix.rgb(row(1, 2, 3, 4, 5, 6));
        assertThat(Matrix.rows(turned("90.0", image))).isDeepEqualTo(new int[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(Matrix.rows(new Mirror().apply(image))).isDeepEqualTo(new int[][] {{4, 5, 6, 1, 2, 3}});
    }

    @ParameterizedTest(name = "{0}x{1} at {2} gives {3}x{4}")
    @Holds("IMG-093")
    @CsvSource({
        "300,200,22.5,354,300", "1000,1000,45,1415,1415", "300,200,345,342,271", "300,200,90,200,300",
        "300,200,180,300,200", "300,200,270,200,300", "1,1,45,2,2", "300,200,0.0001,301,201"
    })
    void boxHoldsTheTurnedPicture(int width, int height, String degrees, int boxWidth, int boxHeight) {
        var rotate = new Rotate(new BigDecimal(degrees));
        var size = new Dimensions(width, height);
        assertThat(rotate.box(size)).isEqualTo(new Dimensions(boxWidth, boxHeight));
        BufferedImage image = rotate.apply(Pixels.create(size, Matrix.GRAY, false, 8));
        assertThat(new Dimensions(image.getWidth(), image.getHeight())).isEqualTo(rotate.box(size));
    }

    @Test
    @Holds({"IMG-093", "IMG-094"})
    void nothingIsCutOffNorRescaled() {
        BufferedImage image = Matrix.constant(Matrix.GRAY, false, 8, new Dimensions(300, 200), 200);
        for (String degrees : new String[] {"22.5", "345", "45", "0.5", "89", "133.7"}) {
            BufferedImage turned = turned(degrees, image);
            double covered = 0;
            for (int y = 0; y < turned.getHeight(); y++) {
                for (int x = 0; x < turned.getWidth(); x++) {
                    covered += turned.getRaster().getSample(x, y, 1) / 255.0;
                }
            }
            assertThat(covered).as("area at %s", degrees).isCloseTo(300 * 200, Percentage.withPercentage(0.1));
        }
    }

    @Test
    @Holds("IMG-094")
    void cornersAreTransparent() {
        BufferedImage image = Matrix.constant(Matrix.SRGB, false, 8, new Dimensions(40, 40), 10, 200, 30);
        BufferedImage turned = turned("45", image);
        int middle = turned.getWidth() / 2;
        assertThat(turned.getRaster().getPixel(0, 0, (int[]) null)).containsExactly(0, 0, 0, 0);
        assertThat(turned.getRaster().getPixel(middle, middle, (int[]) null)).containsExactly(10, 200, 30, 255);
        int[] corner = turned.getRaster().getPixel(middle, 1, (int[]) null);
        assertThat(corner[3]).isBetween(1, 255);
        assertThat(corner).startsWith(10, 200, 30);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"22.5, 00ff00", "345, ffffff", "45, 102030", "90, 00ff00"})
    @Holds("IMG-094")
    void formatsWithoutAlphaShowTheBackgroundInTheCorners(String degrees, String background) {
        int colour = Integer.parseInt(background, 16);
        var size = new Dimensions(60, 40);
        var rotation = Rotation.parse(degrees);
        var plan = new Plan(size, size.bounds(), size, rotation, Quality.DEFAULT, Format.JPG, "unused");
        var target = new Target(false, 8, false, new Look(colour, false, Scaling.AREA, Bitonal.MIDDLE));
        BufferedImage image = Matrix.constant(Matrix.SRGB, false, 8, size, 200, 100, 50);
        BufferedImage turned = Chain.of(plan, size, Window.all(size), target, new Profiles()).apply(image);
        boolean quarter = degrees.equals("90");
        assertThat(Pixels.bands(turned)).isEqualTo(3);
        int[] corner = turned.getRaster().getPixel(0, 0, (int[]) null);
        assertThat(corner).containsExactly(
                quarter ? 200 : colour >> 16, quarter ? 100 : colour >> 8 & 0xff, quarter ? 50 : colour & 0xff);
        assertThat(turned.getRaster().getPixel(turned.getWidth() / 2, turned.getHeight() / 2, (int[]) null))
                .containsExactly(200, 100, 50);
    }

    @Test
    @Holds("IMG-090")
    void smallAnglesTurnClockwise() {
        BufferedImage image = Pixels.create(new Dimensions(41, 41), Matrix.GRAY, false, 8);
        image.getRaster().setPixel(38, 20, new int[] {255}); // on the right, half way down
        BufferedImage turned = turned("30", image);
        int x = turned.getWidth() / 2 + (int) (18 * Math.cos(Math.toRadians(30)));
        int y = turned.getHeight() / 2 + 9;
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += turned.getRaster().getSample(x + dx, y + dy, 0);
            }
        }
        assertThat(sum).isGreaterThan(200);
    }

    @Test
    void fourQuarterTurnsAndTwoMirrorsAreIdentity() {
        for (long seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var size = new Dimensions(1 + random.nextInt(20), 1 + random.nextInt(20));
            BufferedImage image = Matrix.random(random, Matrix.SRGB, seed % 2 == 0, seed % 3 == 0 ? 16 : 8, size);
            int[][] before = Matrix.rows(image);
            BufferedImage round = turned("90", turned("90", turned("90", turned("90", image))));
            assertThat(Matrix.rows(round)).as("seed %d", seed).isDeepEqualTo(before);
            assertThat(Matrix.rows(turned("270", turned("90", image)))).as("seed %d", seed).isDeepEqualTo(before);
            assertThat(Matrix.rows(new Mirror().apply(new Mirror().apply(image)))).isDeepEqualTo(before);
            turned("33", image);
            assertThat(Matrix.rows(image)).as("argument, seed %d", seed).isDeepEqualTo(before);
        }
    }
}
