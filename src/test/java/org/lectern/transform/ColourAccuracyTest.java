package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;

/** Answers in sRGB look as their sources: every colour of a cube, against double precision. */
class ColourAccuracyTest {

    private static final double MEAN = 1;
    private static final double MOST = 3;

    /** From XYZ under D50 to the light of sRGB, adapted by Bradford. */
    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
    };

    private static double light(double lightness) {
        return DeltaE.xyz(100 * lightness, 0, 0)[1];
    }

    static Stream<Arguments> rgbs() {
        DoubleUnaryOperator adobe = sample -> Math.pow(sample, 2.19921875);
        DoubleUnaryOperator srgb = DeltaE::light;
        DoubleUnaryOperator lightness = ColourAccuracyTest::light;
        return Stream.of(8, 16).flatMap(bits -> Stream.of(
                Arguments.of("eciRGB v2", bits, IccProfiles.eciRgb(), IccProfiles.ECI, lightness),
                Arguments.of("eciRGB v2 by formula", bits, IccProfiles.eciRgbByFormula(), IccProfiles.ECI, lightness),
                Arguments.of("Adobe RGB (1998)", bits, IccProfiles.wideRgb(), IccProfiles.ADOBE, adobe),
                Arguments.of("Display P3", bits, IccProfiles.displayP3(), IccProfiles.P3, srgb)));
    }

    @Holds("IMG-116")
    @ParameterizedTest(name = "{0}, {1} bits")
    @MethodSource("rgbs")
    void wideColoursBecomeThoseOfSrgb(
            String name, int bits, ICC_ColorSpace space, double[][] primaries, DoubleUnaryOperator curve) {
        int[][] colours = cube(3, 18, bits);
        var wanted = new double[colours.length][];
        for (int i = 0; i < colours.length; i++) {
            wanted[i] = seenRgb(colours[i], (1 << bits) - 1, primaries, curve);
        }
        within(name, space, bits, colours, wanted);
    }

    private static double[] seenRgb(int[] colour, double full, double[][] primaries, DoubleUnaryOperator curve) {
        double[] xyz = new double[3];
        for (int band = 0; band < 3; band++) {
            double light = curve.applyAsDouble(colour[band] / full);
            for (int i = 0; i < 3; i++) {
                xyz[i] += light * primaries[band][i];
            }
        }
        return DeltaE.lab(clipped(xyz));
    }

    @Holds("IMG-116")
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void inksBecomeTheColoursThatTheirProfileSays(int bits) {
        int[][] colours = cube(4, 10, bits);
        var wanted = new double[colours.length][];
        for (int i = 0; i < colours.length; i++) {
            wanted[i] = DeltaE.lab(clipped(DeltaE.xyz(interpolated(colours[i], (1 << bits) - 1))));
        }
        within("CMYK", IccProfiles.cmyk(STEPS, ColourAccuracyTest::press), bits, colours, wanted);
    }

    private static final int STEPS = 9;

    /** Inks that take light from each other, and gain on the paper. */
    private static double[] press(double... inks) {
        double[][] through = {{0.10, 0.32, 0.66}, {0.42, 0.08, 0.22}, {0.88, 0.78, 0.10}, {0.03, 0.03, 0.03}};
        double[] rgb = {1, 1, 1};
        for (int ink = 0; ink < 4; ink++) {
            double covered = Math.pow(inks[ink], 0.8);
            for (int band = 0; band < 3; band++) {
                rgb[band] *= 1 - covered * (1 - through[ink][band]);
            }
        }
        return DeltaE.lab(times(DeltaE.FROM_SRGB, rgb));
    }

    /** Between the sixteen nodes of the table that are round a colour. */
    private static double[] interpolated(int[] inks, double full) {
        double[] lab = new double[3];
        for (int corner = 0; corner < 16; corner++) {
            double weight = 1;
            double[] node = new double[4];
            for (int ink = 0; ink < 4; ink++) {
                double at = inks[ink] / full * (STEPS - 1);
                int before = (int) Math.min(at, STEPS - 2);
                int step = corner >> ink & 1;
                weight *= step == 1 ? at - before : 1 - (at - before);
                node[ink] = (double) (before + step) / (STEPS - 1);
            }
            double[] there = press(node);
            for (int i = 0; i < 3; i++) {
                lab[i] += weight * there[i];
            }
        }
        return lab;
    }

    private static void within(String name, ICC_ColorSpace space, int bits, int[][] colours, double[][] wanted) {
        var size = new Dimensions(colours.length, 1);
        int bands = space.getNumComponents();
        int[] row = new int[colours.length * bands];
        for (int i = 0; i < row.length; i++) {
            row[i] = colours[i / bands][i % bands];
        }
        BufferedImage converted = new Profiles().toSrgb(Matrix.of(space, false, bits, bands, row));
        assertThat(converted.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        double sum = 0;
        double most = 0;
        for (int i = 0; i < size.width(); i++) {
            double[] rgb = new double[3];
            for (int band = 0; band < 3; band++) {
                rgb[band] = converted.getRaster().getSample(i, 0, band) / (double) ((1 << bits) - 1);
            }
            double apart = DeltaE.of(wanted[i], DeltaE.ofSrgb(rgb));
            sum += apart;
            most = Math.max(most, apart);
        }
        assertThat(sum / size.width()).as(name + ": mean").isLessThan(MEAN);
        assertThat(most).as(name + ": most").isLessThan(MOST);
    }

    /** What sRGB can show of a colour. */
    private static double[] clipped(double[] xyz) {
        double[] light = times(TO_SRGB, xyz);
        for (int i = 0; i < 3; i++) {
            light[i] = Math.max(0, Math.min(1, light[i]));
        }
        return times(DeltaE.FROM_SRGB, light);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    /** All colours of so many steps a band, 0 and full among them. */
    private static int[][] cube(int bands, int steps, int bits) {
        int[][] colours = new int[(int) Math.pow(steps, bands)][bands];
        for (int i = 0, rest = 0; i < colours.length; i++, rest = i) {
            for (int band = 0; band < bands; band++, rest /= steps) {
                colours[i][band] = (int) ((long) (rest % steps) * ((1 << bits) - 1) / (steps - 1));
            }
        }
        return colours;
    }
}
