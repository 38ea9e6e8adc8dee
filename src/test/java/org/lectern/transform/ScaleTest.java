package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.lectern.transform.Matrix.row;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

class ScaleTest {

    private static BufferedImage scale(BufferedImage image, int width, int height) {
        var size = new Dimensions(image.getWidth(), image.getHeight());
        return new Scale(Window.all(size), new Dimensions(width, height)).apply(image);
    }

    @Test
    void halvingAveragesFourPixels() {
        BufferedImage image = Matrix.gray(
                row(0, 10, 100, 100), row(20, 30, 100, 100), row(0, 0, 255, 255), row(0, 1, 255, 0));
        assertThat(Matrix.rows(scale(image, 2, 2))).isDeepEqualTo(new int[][] {{15, 100}, {0, 191}});
    }

    @Test
    void threePixelsToTwoCountTheMiddleOneByHalves() {
        BufferedImage image = Matrix.gray(row(0, 90, 180));
        assertThat(Matrix.rows(scale(image, 2, 1))).isDeepEqualTo(new int[][] {{30, 150}});
    }

    @Test
    void fractionalWindowCountsItsEdgePixelsInPart() {
        BufferedImage image = Matrix.gray(row(100, 200, 40, 80));
        var half = new Scale(new Window(0.5, 0, 3.5, 1), new Dimensions(1, 1));
        assertThat(Matrix.rows(half.apply(image))).isDeepEqualTo(new int[][] {{110}}); // (50 + 200 + 40 + 40) / 3
    }

    @Test
    void windowBehindTheEdgeAveragesWhatIsThere() {
        BufferedImage image = Matrix.gray(row(10, 30, 50));
        var pairs = new Scale(new Window(0, 0, 4, 1), new Dimensions(2, 1));
        assertThat(Matrix.rows(pairs.apply(image))).isDeepEqualTo(new int[][] {{20, 50}});
    }

    @Test
    void pixelsOutsideTheWindowDoNotCountInEnlarging() {
        BufferedImage image = Matrix.gray(row(0, 80, 80, 255));
        var middle = new Scale(new Window(1, 0, 3, 1), new Dimensions(6, 1));
        assertThat(Matrix.rows(middle.apply(image))).isDeepEqualTo(new int[][] {{80, 80, 80, 80, 80, 80}});
    }

    @Test
    void enlargingKeepsEdgesSymmetric() {
        int[] line = Matrix.rows(scale(Matrix.gray(row(0, 255)), 4, 1))[0];
        assertThat(line).hasSize(4);
        assertThat(line[0] + line[3]).isEqualTo(255);
        assertThat(line[1] + line[2]).isEqualTo(255);
        assertThat(line).isSorted();
    }

    @Test
    void transparentPixelsDoNotBleed() {
        BufferedImage image = Matrix.rgba(row(200, 100, 50, 255, 0, 255, 0, 0));
        assertThat(Matrix.rows(scale(image, 1, 1))).isDeepEqualTo(new int[][] {{200, 100, 50, 128}});
    }

    @Test
    void sixteenBitsKeepTheirDepth() {
        BufferedImage image = Matrix.of(Matrix.GRAY, false, 16, 1, row(60000, 60001));
        BufferedImage scaled = scale(image, 1, 1);
        assertThat(Pixels.bits(scaled)).isEqualTo(16);
        assertThat(Matrix.rows(scaled)).isDeepEqualTo(new int[][] {{60001}});
    }

    @ParameterizedTest(name = "{0}x{1} to {2}x{3}")
    @CsvSource({"30000,1,1,1", "1,30000,1,1", "1,1,300,200", "7,5,3,11", "1000,3,1,3", "101,101,100,100", "2,2,3,3"})
    void oneColourStaysThatColour(int width, int height, int toWidth, int toHeight) {
        var from = new Dimensions(width, height);
        for (int bits : new int[] {8, 16}) {
            int full = bits == 8 ? 255 : 65535;
            BufferedImage rgb = Matrix.constant(Matrix.SRGB, false, bits, from, full, full - 1, 77);
            BufferedImage alpha = Matrix.constant(Matrix.SRGB, true, bits, from, full, 1, 77, full / 3);
            BufferedImage scaled = scale(rgb, toWidth, toHeight);
            BufferedImage scaledAlpha = scale(alpha, toWidth, toHeight);
            for (int y = 0; y < toHeight; y++) {
                for (int x = 0; x < toWidth; x++) {
                    assertThat(scaled.getRaster().getPixel(x, y, (int[]) null)).containsExactly(full, full - 1, 77);
                    assertThat(scaledAlpha.getRaster().getPixel(x, y, (int[]) null))
                            .containsExactly(full, 1, 77, full / 3);
                }
            }
        }
    }

    @Test
    void sameSizeIsThePictureItself() {
        BufferedImage image = Matrix.gray(row(1, 2), row(3, 4));
        assertThat(scale(image, 2, 2)).isSameAs(image);
    }

    @Test
    void shrinkingKeepsTheMeanAndTheArgument() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var size = new Dimensions(1 + random.nextInt(40), 1 + random.nextInt(40));
            BufferedImage image = Matrix.random(random, Matrix.GRAY, false, 16, size);
            int[][] before = Matrix.rows(image);
            BufferedImage scaled =
                    scale(image, 1 + random.nextInt(size.width()), 1 + random.nextInt(size.height()));
            assertThat(mean(scaled)).as("seed %d", seed).isCloseTo(mean(image), offset(0.6));
            assertThat(Matrix.rows(image)).as("seed %d", seed).isDeepEqualTo(before);
            assertThat(Pixels.isNormal(scaled)).isTrue();
        }
    }

    private static double mean(BufferedImage image) {
        long sum = 0;
        for (short sample : Pixels.shorts(image)) {
            sum += sample & 0xffff;
        }
        return (double) sum / Pixels.shorts(image).length;
    }
}
