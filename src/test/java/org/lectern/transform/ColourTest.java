package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lectern.transform.Matrix.row;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

class ColourTest {

    private static final Target JPEG = new Target(false, 8, true, Look.STANDARD);
    private static final Target PNG = new Target(true, 16, true, Look.STANDARD);
    private static final Target KEEPING = new Target(true, 16, true, new Look(Look.WHITE, true, Scaling.AREA, Bitonal.MIDDLE));

    /** Linear RGB with the primaries of sRGB: far from sRGB, and in every Java. */
    private static final ICC_ColorSpace LINEAR =
            new ICC_ColorSpace(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));

    private final Profiles profiles = new Profiles();

    private BufferedImage colour(Target target, BufferedImage image) {
        return new Colour(target, profiles).apply(image);
    }

    @Test
    void srgbAndUntaggedGreyAreLeftAlone() {
        BufferedImage rgb = Matrix.rgb(row(1, 2, 3));
        BufferedImage gray = Matrix.gray(row(1, 2, 3));
        assertThat(colour(JPEG, rgb)).isSameAs(rgb);
        assertThat(colour(JPEG, gray)).isSameAs(gray);
    }

    @Test
    void profileThatEqualsSrgbChangesNothing() {
        byte[] bytes = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var copy = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
        BufferedImage image = Matrix.random(new Random(1), copy, false, 8, new Dimensions(9, 7));
        BufferedImage converted = colour(JPEG, image);
        assertThat(converted.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        assertThat(Matrix.rows(converted)).isDeepEqualTo(Matrix.rows(image));
    }

    static Stream<Arguments> profiles() {
        return Stream.of(LINEAR, IccProfiles.wideRgb(), IccProfiles.cmyk())
                .flatMap(space -> Stream.of(8, 16)
                        .flatMap(bits -> Stream.of(true, false).map(alpha -> Arguments.of(space, bits, alpha))));
    }

    @ParameterizedTest(name = "{1} bits, alpha {2}")
    @MethodSource("profiles")
    void conversionAgreesWithJavasWithinOneLevel(ICC_ColorSpace space, int bits, boolean alpha) {
        BufferedImage image = Matrix.random(new Random(bits), space, alpha, bits, new Dimensions(31, 17));
        int[][] before = Matrix.rows(image);
        BufferedImage converted = colour(PNG, image);
        assertThat(Pixels.isNormal(converted)).isTrue();
        assertThat(Pixels.bits(converted)).isEqualTo(bits);
        int[][] wanted = reference(image, space);
        int level = bits == 8 ? 1 : 257;
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 31; x++) {
                int[] pixel = converted.getRaster().getPixel(x, y, (int[]) null);
                for (int band = 0; band < 3; band++) {
                    assertThat(Math.abs(pixel[band] - wanted[y][x * 3 + band])).isLessThanOrEqualTo(level);
                }
                if (alpha) {
                    assertThat(pixel[3]).isEqualTo(image.getRaster().getSample(x, y, space.getNumComponents()));
                }
            }
        }
        assertThat(Matrix.rows(image)).isDeepEqualTo(before);
    }

    private static int[][] reference(BufferedImage image, ICC_ColorSpace space) {
        var size = new Dimensions(image.getWidth(), image.getHeight());
        BufferedImage opaque = Pixels.create(size, space, false, Pixels.bits(image));
        BufferedImage wanted = Pixels.create(size, Matrix.SRGB, false, Pixels.bits(image));
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int[] pixel = image.getRaster().getPixel(x, y, (int[]) null);
                opaque.getRaster().setPixel(x, y, pixel);
            }
        }
        var way = new ICC_Profile[] {space.getProfile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        new ColorConvertOp(way, null).filter(opaque.getRaster(), wanted.getRaster());
        return Matrix.rows(wanted);
    }

    @Test
    void inksOfCmykAreSubtractive() {
        BufferedImage image =
                Matrix.of(IccProfiles.cmyk(), false, 8, 4, row(0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 255, 0));
        int[] line = Matrix.rows(colour(JPEG, image))[0];
        assertThat(line[0]).as("paper").isGreaterThan(250);
        assertThat(line[3]).as("black").isLessThan(70);
        assertThat(line[6]).as("red is more red").isGreaterThan(line[7] + 50);
        assertThat(Pixels.bands(colour(KEEPING, image))).as("converted though profiles are kept").isEqualTo(3);
    }

    @Test
    void wideRedIsOutsideOfSrgbAndGreyStaysGrey() {
        BufferedImage image = Matrix.of(IccProfiles.wideRgb(), false, 8, 3, row(255, 0, 0, 128, 128, 128));
        int[] line = Matrix.rows(colour(JPEG, image))[0];
        assertThat(line).startsWith(255, 0, 0);
        assertThat(line[3]).isBetween(125, 131);
    }

    @Test
    void linearMiddleGreyBecomesLight() {
        BufferedImage image = Matrix.of(LINEAR, false, 8, 3, row(55, 55, 55, 0, 0, 0, 255, 255, 255));
        int[] line = Matrix.rows(colour(JPEG, image))[0];
        assertThat(line[0]).isBetween(126, 130); // 55/255 linear is 0.503 in sRGB
        assertThat(java.util.Arrays.copyOfRange(line, 3, 9)).containsExactly(0, 0, 0, 255, 255, 255);
    }

    @Test
    void greyProfileBecomesGreyWithTheCurveOfSrgb() {
        byte[] bytes = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        var linearGray = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
        for (int bits : new int[] {8, 16}) {
            int factor = bits == 8 ? 1 : 257;
            BufferedImage converted =
                    colour(PNG, Matrix.of(linearGray, false, bits, 1, row(0, 55 * factor, 255 * factor)));
            assertThat(Pixels.bands(converted)).isEqualTo(1);
            int[] line = Matrix.rows(converted)[0];
            assertThat(line[0]).isZero();
            assertThat(line[1] / factor).isBetween(126, 130);
            assertThat(line[2]).isBetween(255 * factor - factor / 257, 255 * factor);
        }
    }

    @Test
    void profileThatCannotBeUsedIsIgnored() {
        BufferedImage rgb = Matrix.of(broken(ColorSpace.TYPE_RGB, 3), false, 8, 3, row(9, 8, 7));
        assertThat(Matrix.rows(colour(JPEG, rgb))).isDeepEqualTo(new int[][] {{9, 8, 7}});
        BufferedImage cmyk = Matrix.of(
                broken(ColorSpace.TYPE_CMYK, 4), false, 8, 4,
                row(0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0, 51, 0, 51));
        assertThat(Matrix.rows(colour(JPEG, cmyk)))
                .isDeepEqualTo(new int[][] {{255, 255, 255, 0, 255, 255, 0, 0, 0, 204, 163, 204}});
    }

    /** A colour space without a profile behind it, as a profile that does not load leaves. */
    private static ColorSpace broken(int type, int bands) {
        return new ColorSpace(type, bands) {
            private static final long serialVersionUID = 1;

            @Override
            public float[] toRGB(float[] colour) {
                throw new IllegalStateException();
            }

            @Override
            public float[] fromRGB(float[] rgb) {
                throw new IllegalStateException();
            }

            @Override
            public float[] toCIEXYZ(float[] colour) {
                throw new IllegalStateException();
            }

            @Override
            public float[] fromCIEXYZ(float[] colour) {
                throw new IllegalStateException();
            }
        };
    }

    @Test
    void damagedTagsOfAProfileCountAsNoProfile() {
        byte[] bytes = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        for (int tag = 128 + 4; tag + 12 <= 128 + 4 + 12 * bytes[131]; tag += 12) {
            if (bytes[tag] == 'r' || bytes[tag] == 'g' || bytes[tag] == 'b') {
                bytes[tag + 3] = 'x'; // rXYZ, gXYZ, bXYZ and the curves have other names
            }
        }
        var damaged = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
        BufferedImage image = Matrix.of(damaged, false, 8, 3, row(9, 8, 7));
        assertThat(Matrix.rows(colour(JPEG, image))).isDeepEqualTo(new int[][] {{9, 8, 7}});
    }

    @Test
    void keptProfilesStay() {
        BufferedImage image = Matrix.of(LINEAR, false, 8, 3, row(9, 8, 7));
        assertThat(colour(KEEPING, image)).isSameAs(image);
    }

    @Holds("IMG-116")
    @Test
    void keptProfilesStayUnderTheBackground() {
        for (int background : new int[] {Look.WHITE, 0, 0x336699, 0x60c070}) {
            var target = new Target(false, 16, true, new Look(background, true, Scaling.AREA, Bitonal.MIDDLE));
            for (ICC_ColorSpace space : new ICC_ColorSpace[] {
                IccProfiles.wideRgb(), IccProfiles.displayP3(), IccProfiles.eciRgb()}) {
                BufferedImage image = Matrix.of(space, true, 8, 4, row(1, 2, 3, 255, 1, 2, 3, 0));
                BufferedImage flat = colour(target, image);
                assertThat(flat.getColorModel().getColorSpace()).isSameAs(space);
                assertThat(Pixels.bands(flat)).isEqualTo(3);
                int[] seen = Matrix.rows(profiles.toSrgb(flat))[0];
                assertThat(Matrix.rows(flat)[0]).startsWith(1, 2, 3);
                for (int band = 0; band < 3; band++) {
                    assertThat(seen[3 + band]).as("%06x", background)
                            .isCloseTo(background >> 16 - 8 * band & 0xff, within(background == Look.WHITE ? 0 : 2));
                }
            }
        }
    }

    @Test
    void keptGreysAndUntaggedPicturesAreLaidOnTheBackgroundToo() {
        var target = new Target(false, 16, true, new Look(Look.WHITE, true, Scaling.AREA, Bitonal.MIDDLE));
        BufferedImage gray = Matrix.of(IccProfiles.gray(), true, 16, 2, row(77, 65_535, 77, 0));
        assertThat(Matrix.rows(colour(target, gray))).isDeepEqualTo(new int[][] {{77, 65_535}});
        BufferedImage untagged = Matrix.of(Matrix.GRAY, true, 8, 2, row(77, 255, 77, 0));
        assertThat(Matrix.rows(colour(target, untagged))).isDeepEqualTo(new int[][] {{77, 255}});
        assertThat(Matrix.rows(colour(target, Matrix.rgba(row(1, 2, 3, 0))))).isDeepEqualTo(new int[][] {{255, 255, 255}});
    }

    @Test
    void profilesWithoutAWayBackBecomeSrgbUnderTheBackground() {
        var target = new Target(false, 8, true, new Look(0x336699, true, Scaling.AREA, Bitonal.MIDDLE));
        BufferedImage image = Matrix.of(IccProfiles.rgbByTable(), true, 8, 4, row(9, 9, 9, 0));
        BufferedImage flat = colour(target, image);
        assertThat(flat.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        assertThat(Matrix.rows(flat)).isDeepEqualTo(new int[][] {{0x33, 0x66, 0x99}});
    }

    @Holds("IMG-116")
    @Test
    void alphaIsLaidOnWhite() {
        BufferedImage image = Matrix.rgba(row(0, 100, 200, 255, 0, 100, 200, 0, 0, 100, 200, 51));
        assertThat(Matrix.rows(colour(JPEG, image)))
                .isDeepEqualTo(new int[][] {{0, 100, 200, 255, 255, 255, 204, 224, 244}});
        assertThat(colour(PNG, image)).isSameAs(image);
    }

    @Test
    void alphaIsLaidOnTheBackgroundThatIsSet() {
        BufferedImage rgb = Matrix.rgba(row(0, 0, 0, 0));
        BufferedImage gray = Matrix.of(Matrix.GRAY, true, 8, 2, row(0, 0, 40, 255));
        var target = new Target(false, 8, true, new Look(0x00ff00, false, Scaling.AREA, Bitonal.MIDDLE));
        assertThat(Matrix.rows(colour(target, rgb))).isDeepEqualTo(new int[][] {{0, 255, 0}});
        assertThat(Matrix.rows(colour(target, gray))).isDeepEqualTo(new int[][] {{182, 40}});
    }

    @Test
    void depthIsRoundedToTheNearest() {
        BufferedImage image = Matrix.of(Matrix.GRAY, false, 16, 1, row(0, 128, 129, 257, 65535, 65406));
        assertThat(Matrix.rows(new Depth().apply(image))).isDeepEqualTo(new int[][] {{0, 0, 1, 1, 255, 254}});
    }
}
