package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.jpeg2000.CieLab;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.jpeg2000.Jp2File.Colour;
import org.lectern.jpeg2000.Jp2File.Component;
import org.lectern.jpeg2000.Jp2File.Definition;
import org.lectern.jpeg2000.Jp2File.Mapping;
import org.lectern.pixels.Pixels;

/** What channels mean, and what samples their values become. */
class Jp2ChannelsTest {

    private static final Colour UNKNOWN = new Colour.Unknown();
    private static final Colour SRGB = new Colour.Enumerated(16);
    private static final Colour GREY = new Colour.Enumerated(17);
    private static final Colour SYCC = new Colour.Enumerated(18);
    private static final Colour CMYK = new Colour.Enumerated(12);
    private static final Colour CIELAB = new CieLab(List.of(), false);
    private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private static Jp2Channels channels(Colour colour, List<Definition> definitions, int... bits) {
        List<Component> components = Arrays.stream(bits).mapToObj(depth -> new Component(depth, false, false)).toList();
        return channels(new Jp2Channels.Told(components, colour, Optional.empty(), List.of(), definitions));
    }

    private static Jp2Channels channels(Jp2Channels.Told told) {
        return new Jp2Channels(told, new KnownProfiles());
    }

    /** The samples of a picture of one pixel. */
    private static int[] pixel(Jp2Channels channels, int... values) {
        int[][] components = Arrays.stream(values).mapToObj(value -> new int[] {value}).toArray(int[][]::new);
        return picture(channels, new Rect(0, 0, 1, 1), components);
    }

    private static int[] picture(Jp2Channels channels, Rect region, int[][] components) {
        BufferedImage image = Pixels.create(region.size(), channels.space(), channels.alpha(), channels.bits());
        new Jp2Samples(channels, image, region).take(region, components);
        return DecoderContract.samples(image, image.getRaster().getBounds());
    }

    static Stream<Arguments> guesses() {
        return Stream.of(
                Arguments.of(1, 1, false, Quality.GRAY),
                Arguments.of(2, 1, true, Quality.GRAY),
                Arguments.of(3, 3, false, Quality.COLOR),
                Arguments.of(4, 3, true, Quality.COLOR),
                Arguments.of(5, 3, false, Quality.COLOR),
                Arguments.of(300, 3, false, Quality.COLOR));
    }

    @ParameterizedTest(name = "{0} channels: {1} colours, alpha {2}")
    @MethodSource("guesses")
    void fileThatDoesNotTellIsGuessedByItsChannels(int count, int colours, boolean alpha, Quality nature) {
        int[] bits = new int[count];
        Arrays.fill(bits, 8);
        Jp2Channels channels = channels(UNKNOWN, List.of(), bits);
        assertThat(channels.space().getNumComponents()).isEqualTo(colours);
        assertThat(channels.alpha()).isEqualTo(alpha);
        assertThat(channels.bands()).isEqualTo(colours + (alpha ? 1 : 0));
        assertThat(channels.nature()).isEqualTo(nature);
    }

    @Test
    void oneBitIsBitonalUnlessItHasAlpha() {
        assertThat(channels(GREY, List.of(), 1).nature()).isEqualTo(Quality.BITONAL);
        assertThat(channels(GREY, List.of(), 1, 1).nature()).isEqualTo(Quality.GRAY);
        assertThat(pixel(channels(GREY, List.of(), 1), 1)).containsExactly(255);
    }

    @Test
    void greyTakesOneOfManyChannels() {
        assertThat(pixel(channels(GREY, List.of(), 8, 8, 8), 7, 8, 9)).containsExactly(7);
    }

    @Test
    void coloursOfTooFewChannelsAreGrey() {
        assertThat(pixel(channels(SRGB, List.of(), 8), 7)).containsExactly(7);
    }

    @ParameterizedTest(name = "{0} bits: {1} becomes {2} of {3} bits")
    @CsvSource({
        "8, 200, 200, 8", "16, 51234, 51234, 16", "1, 1, 255, 8", "2, 1, 85, 8", "4, 15, 255, 8", "7, 64, 129, 8",
        "9, 511, 65535, 16", "10, 1, 64, 16", "12, 4095, 65535, 16", "15, 16384, 32769, 16", "17, 131071, 65535, 16",
        "20, 524288, 32768, 16", "31, 2147483647, 65535, 16", "24, 0, 0, 16"
    })
    void everyDepthIsStretchedToItsFullRange(int bits, int value, int sample, int depth) {
        Jp2Channels channels = channels(GREY, List.of(), bits);
        assertThat(channels.bits()).isEqualTo(depth);
        assertThat(pixel(channels, value)).containsExactly(sample);
    }

    @Test
    void deepestChannelThatIsUsedDecides() {
        Jp2Channels channels = channels(SRGB, List.of(), 8, 12, 8);
        assertThat(channels.bits()).isEqualTo(16);
        assertThat(pixel(channels, 255, 4095, 128)).containsExactly(65535, 65535, 32896);
        assertThat(channels(GREY, List.of(), 8, 8, 16).bits()).isEqualTo(8);
    }

    @Test
    void definitionsPutChannelsInOrder() {
        List<Definition> bgr = List.of(new Definition(2, 0, 1), new Definition(1, 0, 2), new Definition(0, 0, 3));
        assertThat(pixel(channels(SRGB, bgr, 8, 8, 8), 10, 20, 30)).containsExactly(30, 20, 10);
    }

    @Test
    void definitionsOfWhatIsNotThereAreIgnored() {
        List<Definition> strange = List.of(
                new Definition(9, 0, 1), new Definition(0, 0, 77), new Definition(9, 1, 0),
                new Definition(1, 65535, 65535));
        Jp2Channels channels = channels(SRGB, strange, 8, 8, 8);
        assertThat(channels.alpha()).isFalse();
        assertThat(pixel(channels, 10, 20, 30)).containsExactly(10, 20, 30);
    }

    @Test
    void opacityThatComesFirstGoesLast() {
        List<Definition> argb = List.of(new Definition(0, 1, 0), new Definition(1, 0, 1), new Definition(2, 0, 2),
                new Definition(3, 0, 3));
        Jp2Channels channels = channels(SRGB, argb, 8, 8, 8, 8);
        assertThat(channels.alpha()).isTrue();
        assertThat(pixel(channels, 99, 10, 20, 30)).containsExactly(10, 20, 30, 99);
    }

    @Test
    void fourthChannelThatIsDefinedAsSomethingElseIsNoOpacity() {
        List<Definition> rgb = List.of(new Definition(0, 0, 1), new Definition(1, 0, 2), new Definition(2, 0, 3));
        assertThat(pixel(channels(SRGB, rgb, 8, 8, 8, 8), 10, 20, 30, 99)).containsExactly(10, 20, 30);
    }

    @Test
    void premultipliedColoursAreDivided() {
        List<Definition> premultiplied = List.of(new Definition(0, 0, 1), new Definition(1, 2, 0));
        Jp2Channels channels = channels(GREY, premultiplied, 8, 8);
        assertThat(pixel(channels, 50, 100)).containsExactly(127, 100);
        assertThat(pixel(channels, 0, 0)).containsExactly(0, 0);
        assertThat(pixel(channels, 200, 100)).as("more than there can be").containsExactly(255, 100);
        assertThat(pixel(channels, 77, 255)).containsExactly(77, 255);
    }

    @Test
    void opacityOfAnotherDepthIsStretched() {
        assertThat(pixel(channels(GREY, List.of(), 16, 1), 12345, 1)).containsExactly(12345, 65535);
    }

    @Test
    void palettesAreLookedUp() {
        var palette = new Jp2File.Palette(
                new int[] {8, 8, 4}, new int[][] {{1, 2, 3}, {40, 50, 15}, {255, 128, 0}});
        List<Mapping> mappings = List.of(
                new Mapping(0, Optional.of(0)), new Mapping(0, Optional.of(1)), new Mapping(0, Optional.of(2)));
        Jp2Channels channels = channels(new Jp2Channels.Told(
                List.of(new Component(2, false, false)), SRGB, Optional.of(palette), mappings, List.of()));
        assertThat(channels.bits()).isEqualTo(8);
        assertThat(pixel(channels, 0)).containsExactly(1, 2, 51);
        assertThat(pixel(channels, 1)).containsExactly(40, 50, 255);
        assertThat(pixel(channels, 3)).as("behind the last entry").containsExactly(255, 128, 0);
    }

    @Test
    void directChannelsMayStandBesideAPalette() {
        var palette = new Jp2File.Palette(new int[] {16}, new int[][] {{0}, {65535}, {70000}});
        List<Mapping> mappings = List.of(new Mapping(1, Optional.of(0)), new Mapping(0, Optional.empty()));
        Jp2Channels channels = channels(new Jp2Channels.Told(
                List.of(new Component(8, false, false), new Component(2, false, false)), GREY, Optional.of(palette), mappings,
                List.of()));
        assertThat(channels.alpha()).isTrue();
        assertThat(pixel(channels, 255, 1)).containsExactly(65535, 65535);
        assertThat(pixel(channels, 0, 2)).as("an entry deeper than its column").containsExactly(65535, 0);
    }

    @ParameterizedTest(name = "sYCC {0} {1} {2} is {3} {4} {5}")
    @CsvSource({
        "128, 128, 128, 128, 128, 128", "255, 128, 128, 255, 255, 255", "76, 85, 255, 254, 0, 0",
        "150, 44, 21, 0, 255, 1", "0, 0, 0, 0, 135, 0", "255, 255, 255, 255, 121, 255"
    })
    void syccBecomesRgb(int y, int cb, int cr, int red, int green, int blue) {
        assertThat(pixel(channels(SYCC, List.of(), 8, 8, 8), y, cb, cr)).containsExactly(red, green, blue);
    }

    private static Jp2Channels sampled(Colour colour, boolean... subsampled) {
        List<Component> components = new ArrayList<>();
        for (boolean fewer : subsampled) {
            components.add(new Component(8, false, fewer));
        }
        return channels(new Jp2Channels.Told(components, colour, Optional.empty(), List.of(), List.of()));
    }

    @Test
    void colourThatIsNotToldIsSyccWhenOnlyTheFirstIsFullySampled() {
        assertThat(pixel(sampled(UNKNOWN, false, true, true), 76, 85, 255)).containsExactly(254, 0, 0);
        assertThat(pixel(sampled(SRGB, false, true, true), 76, 85, 255)).as("told").containsExactly(76, 85, 255);
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, false", "false, true, false", "false, false, true",
        "true, true, false"})
    void colourThatIsNotToldIsRgbOtherwise(boolean first, boolean second, boolean third) {
        assertThat(pixel(sampled(UNKNOWN, first, second, third), 76, 85, 255)).containsExactly(76, 85, 255);
    }

    @Test
    void fourComponentsAreNotTakenForSycc() {
        assertThat(pixel(sampled(UNKNOWN, false, true, true, false), 76, 85, 255, 9))
                .containsExactly(76, 85, 255, 9);
    }

    @Test
    void channelsThatComeFromAPaletteAreNotTakenForSycc() {
        var palette = new Jp2File.Palette(new int[] {8, 8, 8}, new int[][] {{76, 85, 255}});
        List<Mapping> mappings = List.of(
                new Mapping(0, Optional.of(0)), new Mapping(1, Optional.of(1)), new Mapping(1, Optional.of(2)));
        List<Component> components = List.of(new Component(8, false, false), new Component(8, false, true));
        Jp2Channels channels = channels(
                new Jp2Channels.Told(components, UNKNOWN, Optional.of(palette), mappings, List.of()));
        assertThat(pixel(channels, 0, 0)).containsExactly(76, 85, 255);
    }

    @Test
    void cmykBecomesRgb() {
        Jp2Channels channels = channels(CMYK, List.of(), 8, 8, 8, 8);
        assertThat(channels.alpha()).isFalse();
        assertThat(channels.bands()).isEqualTo(3);
        assertThat(pixel(channels, 0, 0, 0, 0)).containsExactly(255, 255, 255);
        assertThat(pixel(channels, 255, 0, 128, 0)).containsExactly(0, 255, 127);
        assertThat(pixel(channels, 0, 0, 0, 255)).containsExactly(0, 0, 0);
        assertThat(pixel(channels, 0, 51, 102, 51)).containsExactly(204, 163, 122);
    }

    @Test
    void cmykKeepsTheAlphaBehindItsFourInks() {
        Jp2Channels channels = channels(CMYK, List.of(), 8, 8, 8, 8, 8);
        assertThat(channels.bands()).isEqualTo(4);
        assertThat(pixel(channels, 255, 0, 0, 0, 77)).containsExactly(0, 255, 255, 77);
    }

    @Test
    void cielabBecomesRgb() {
        Jp2Channels channels = channels(CIELAB, List.of(), 8, 8, 8);
        assertThat(pixel(channels, 255, 128, 96)).containsExactly(255, 255, 255);
        assertThat(pixel(channels, 0, 128, 96)).containsExactly(0, 0, 0);
        int[] red = pixel(channels, 136, 247, 181);
        assertThat(red[0]).isGreaterThan(240);
        assertThat(red[1]).isLessThan(40);
    }

    @ParameterizedTest(name = "{0} bits, a* offset {1}, b* offset {2}")
    @CsvSource({"8, 128, 96", "16, 32768, 24576", "12, 2048, 1536"})
    void cielabOffsetsAreThoseOfTheDepth(int bits, int a, int b) {
        Jp2Channels channels = channels(CIELAB, List.of(), bits, bits, bits);
        int full = channels.bits() == 8 ? 255 : 65535;
        for (int white : pixel(channels, (1 << bits) - 1, a, b)) {
            assertThat(white).isBetween(full == 255 ? full : full - 1, full); // 12 bits that are stretched are rounded
        }
        int[] grey = pixel(channels, 1 << bits - 1, a, b);
        assertThat(grey[0]).isBetween(full * 46 / 100, full * 48 / 100);
        assertThat(grey[1]).isCloseTo(grey[0], within(full / 2000));
        assertThat(grey[2]).isCloseTo(grey[0], within(full / 2000));
    }

    @Test
    void cielabOffsetsAreThoseOfTheDepthOfEachChannel() {
        int[] white = pixel(channels(CIELAB, List.of(), 8, 12, 16), 255, 2048, 24576);
        assertThat(white).containsExactly(65535, 65535, 65535);
    }

    /** L* 53.24, a* 80.09, b* 67.20 under D65 is the red of sRGB; L* 54.29, a* 80.80, b* 69.89 under D50 is too. */
    @ParameterizedTest(name = "D65 {0}")
    @CsvSource({"true, 53.24, 80.09, 67.20", "false, 54.29, 80.80, 69.89"})
    void cielabHasTheRangesThatAreTold(boolean d65, double lightness, double a, double b) {
        var axis = new CieLab.Axis(255, 32768);
        var lab = new CieLab(List.of(new CieLab.Axis(100, 0), axis, axis), d65);
        Jp2Channels channels = channels(lab, List.of(), 16, 16, 16);
        int[] red = pixel(channels, (int) (lightness * 655.35), 32768 + (int) (a * 257), 32768 + (int) (b * 257));
        assertThat(red[0]).isCloseTo(65535, within(130));
        assertThat(red[1]).isCloseTo(0, within(700));
        assertThat(red[2]).isCloseTo(0, within(700));
        assertThat(pixel(channels, 65535, 32768, 32768)).containsExactly(65535, 65535, 65535);
    }

    @Test
    void profileThatFitsIsKept() {
        Jp2Channels channels = channels(new Colour.Profile(LINEAR), List.of(), 8, 8, 8);
        assertThat(channels.space().isCS_sRGB()).isFalse();
        assertThat(pixel(channels, 10, 20, 30)).containsExactly(10, 20, 30);
    }

    @Test
    void profileForOtherColoursIsIgnored() {
        Jp2Channels channels = channels(new Colour.Profile(LINEAR), List.of(), 8);
        assertThat(channels.space()).isSameAs(ColorSpace.getInstance(ColorSpace.CS_GRAY));
        assertThat(channels(new Colour.Profile(new byte[3]), List.of(), 8, 8, 8).space().isCS_sRGB()).isTrue();
    }

    @Test
    void profileTellsHowManyChannelsAreColours() {
        byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        assertThat(channels(new Colour.Profile(grey), List.of(), 8, 8, 8).bands()).isEqualTo(1);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("grey", GREY, new int[] {8}), Arguments.of("grey and alpha", GREY, new int[] {8, 8}),
                Arguments.of("RGB", SRGB, new int[] {8, 8, 8}), Arguments.of("RGBA", SRGB, new int[] {8, 8, 8, 8}),
                Arguments.of("deep grey", GREY, new int[] {16}), Arguments.of("deep RGB", SRGB, new int[] {16, 16, 16}),
                Arguments.of("deep RGBA", SRGB, new int[] {16, 16, 16, 16}),
                Arguments.of("twelve bits", SRGB, new int[] {12, 12, 12}),
                Arguments.of("mixed", SRGB, new int[] {8, 5, 8, 8}), Arguments.of("sYCC", SYCC, new int[] {8, 8, 8}),
                Arguments.of("CMYK", CMYK, new int[] {8, 8, 8, 8}));
    }

    /** Each pixel comes out as it would alone, wherever the borders of pieces lie. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void piecesMakeUpTheRegion(String form, Colour colour, int[] bits) {
        long seed = 20261123;
        Random random = new Random(seed);
        Jp2Channels channels = channels(colour, List.of(), bits);
        var region = new Rect(5, 3, 23, 9);
        int[][] level = new int[bits.length][40 * 20];
        for (int c = 0; c < bits.length; c++) {
            int most = 1 << bits[c];
            Arrays.setAll(level[c], i -> random.nextInt(most));
        }
        BufferedImage image = Pixels.create(region.size(), channels.space(), channels.alpha(), channels.bits());
        var samples = new Jp2Samples(channels, image, region);
        for (Rect place : List.of(new Rect(5, 3, 11, 4), new Rect(16, 3, 12, 4), new Rect(5, 7, 23, 5))) {
            samples.take(place, cut(level, place));
        }
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                int at = (y + 3) * 40 + x + 5;
                int[] values = Arrays.stream(level).mapToInt(component -> component[at]).toArray();
                assertThat(image.getRaster().getPixel(x, y, (int[]) null))
                        .as("%d, %d, seed %d", x, y, seed)
                        .isEqualTo(pixel(channels, values));
            }
        }
    }

    private static int[][] cut(int[][] level, Rect place) {
        int[][] piece = new int[level.length][place.width() * place.height() + 10]; // longer than the piece
        for (int c = 0; c < level.length; c++) {
            for (int y = 0; y < place.height(); y++) {
                int from = (place.y() + y) * 40 + place.x();
                System.arraycopy(level[c], from, piece[c], y * place.width(), place.width());
            }
        }
        return piece;
    }
}
