package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.transform.Matrix.row;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

class RotateTest {

    private static final BufferedImage SIX = Matrix.gray(row(1, 2, 3), row(4, 5, 6));

    private static BufferedImage turned(String degrees, BufferedImage image) {
        return new Rotate(new BigDecimal(degrees)).apply(image);
    }

    @Test
    void IMG_096_quarterTurnsAreClockwise() {
        assertThat(Matrix.rows(turned("90", SIX))).isDeepEqualTo(new int[][] {{4, 1}, {5, 2}, {6, 3}});
        assertThat(Matrix.rows(turned("180", SIX))).isDeepEqualTo(new int[][] {{6, 5, 4}, {3, 2, 1}});
        assertThat(Matrix.rows(turned("270", SIX))).isDeepEqualTo(new int[][] {{3, 6}, {2, 5}, {1, 4}});
    }

    @Test
    void IMG_090_mirrorSwapsLeftAndRight() {
        assertThat(Matrix.rows(new Mirror().apply(SIX))).isDeepEqualTo(new int[][] {{3, 2, 1}, {6, 5, 4}});
    }

    @Test
    void pixelsOfThreeBandsStayWhole() {
        BufferedImage image = Matrix.rgb(row(1, 2, 3, 4, 5, 6));
        assertThat(Matrix.rows(turned("90.0", image))).isDeepEqualTo(new int[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(Matrix.rows(new Mirror().apply(image))).isDeepEqualTo(new int[][] {{4, 5, 6, 1, 2, 3}});
    }

    @ParameterizedTest(name = "IMG-093 {0}x{1} at {2} gives {3}x{4}")
    @CsvSource({
        "300,200,22.5,354,300", "1000,1000,45,1415,1415", "300,200,345,342,271", "300,200,90,200,300",
        "300,200,180,300,200", "1,1,45,2,2", "300,200,0.0001,301,201"
    })
    void boxHoldsTheTurnedPicture(int width, int height, String degrees, int boxWidth, int boxHeight) {
        var rotate = new Rotate(new BigDecimal(degrees));
        var size = new Dimensions(width, height);
        assertThat(rotate.box(size)).isEqualTo(new Dimensions(boxWidth, boxHeight));
        BufferedImage image = rotate.apply(Pixels.create(size, Matrix.GRAY, false, 8));
        assertThat(new Dimensions(image.getWidth(), image.getHeight())).isEqualTo(rotate.box(size));
    }

    @Test
    @DisplayName("IMG-094: what is beside the turned picture is transparent, what is inside keeps its colour")
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

    @Test
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
