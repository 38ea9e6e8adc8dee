package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageInfoTest {

    private static final Dimensions TILE = new Dimensions(512, 512);

    @Holds("IMG-145")
    @ParameterizedTest(name = "{0}x{1} in tiles of 512 has scale factors {2}")
    @CsvSource({"5613,3741,'1,2,4,8,16'", "512,512,1", "513,512,'1,2'", "512,1025,'1,2,4'", "1,1,1",
        "1,30000,'1,2,4,8,16,32,64'", "2147483647,1,'1,2,4,8,16,32,64,128,256,512,1024,2048,4096,8192,16384,32768,"
            + "65536,131072,262144,524288,1048576,2097152,4194304'"})
    void scaleFactorsEndWhereOneTileHoldsAll(int width, int height, String factors) {
        ImageInfo info = info(new Dimensions(width, height), Limits.NONE);
        assertThat(info.tiles()).hasSize(1);
        assertThat(info.tiles().get(0).scaleFactors().stream().map(String::valueOf))
                .containsExactly(factors.split(","));
    }

    @Holds("IMG-146")
    @Test
    void sizesAreThePyramidsLevelsAscending() {
        assertThat(info(new Dimensions(5613, 3741), Limits.NONE).sizes())
                .containsExactly(new Dimensions(351, 234), new Dimensions(702, 468), new Dimensions(1404, 936),
                        new Dimensions(2807, 1871), new Dimensions(5613, 3741));
    }

    @Holds("IMG-086")
    @Test
    void sizesAndTilesLieWithinTheLimits() {
        ImageInfo info = info(new Dimensions(5613, 3741), LimitsTest.limits(1500, 900, null, false));
        assertThat(info.sizes()).containsExactly(new Dimensions(351, 234), new Dimensions(702, 468));
        assertThat(info.tiles()).containsExactly(new ImageInfo.Tiles(TILE, List.of(1, 2, 4, 8, 16)));
    }

    @Holds("IMG-086")
    @Test
    void aTileIsMadeSmallerWhereTheLimitsAre() {
        ImageInfo info = info(new Dimensions(1000, 1000), LimitsTest.limits(null, null, 40_000L, false));
        assertThat(info.tiles())
                .containsExactly(new ImageInfo.Tiles(new Dimensions(200, 200), List.of(1, 2, 4, 8)));
        assertThat(info.sizes()).containsExactly(new Dimensions(125, 125));
    }

    @Test
    void aLimitOfOnePixelStillEnds() {
        ImageInfo info = info(new Dimensions(Integer.MAX_VALUE, 1), LimitsTest.limits(1, null, null, false));
        assertThat(info.tiles().get(0).scaleFactors()).hasSize(31).endsWith(1 << 30);
    }

    @Holds("IMG-195")
    @Test
    void level2WithoutPngCannotBeSaid() {
        assertThatThrownBy(() -> ImageInfo.of(TILE, TILE, Limits.NONE, Set.of(Format.JPG), Quality.COLOR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Holds("IMG-245")
    @Test
    void onlyWhatIsServedCanBePreferred() {
        ImageInfo info = info(TILE, Limits.NONE);
        assertThat(info.preferring(List.of(Format.PNG)).preferred()).containsExactly(Format.PNG);
        assertThatThrownBy(() -> info.preferring(List.of(Format.PNG, Format.WEBP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webp");
    }

    @ParameterizedTest(name = "at {0} pixels an inch one is {1} mm")
    @CsvSource({"25.4, 1.0", "72, 0.352778", "300, 0.0846667", "299.9994, 0.0846668", "0.001, 25400.0", "1e9, 2.54E-8"})
    void aPixelIsAsLargeAsTheResolutionSays(double dpi, double millimetres) {
        ImageInfo info = info(TILE, Limits.NONE).about(new About(
                Optional.empty(), Optional.empty(), OptionalDouble.of(dpi), List.of(), List.of()));
        assertThat(json(info, ApiVersion.V3).at("/service/0/physicalScale").doubleValue()).isEqualTo(millimetres);
        assertThat(json(info, ApiVersion.V2).at("/service/physicalScale").doubleValue()).isEqualTo(millimetres);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -72, Double.NaN, Double.POSITIVE_INFINITY})
    void aResolutionThatIsNoneCannotBeSaid(double dpi) {
        assertThatThrownBy(() -> new About(
                        Optional.empty(), Optional.empty(), OptionalDouble.of(dpi), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Holds({"IMG-102", "IMG-104"})
    @ParameterizedTest(name = "of a picture of nature {0}, version 2 adds {1}, version 3 {2}")
    @CsvSource({"COLOR,'color,gray','color,gray,bitonal'", "GRAY,gray,'gray,bitonal'", "BITONAL,gray,'gray,bitonal'"})
    void onlyQualitiesThatExistAreOffered(Quality nature, String version2, String version3) {
        ImageInfo info = ImageInfo.of(TILE, TILE, Limits.NONE, Set.of(Format.JPG, Format.PNG), nature);
        assertThat(texts(json(info, ApiVersion.V2).at("/profile/1/qualities"))).isEqualTo(version2);
        assertThat(texts(json(info, ApiVersion.V3).at("/extraQualities"))).isEqualTo(version3);
    }

    @Holds("IMG-247")
    @Test
    void formatsOfLevel2AreNotRepeated() {
        ImageInfo bare = info(TILE, Limits.NONE);
        assertThat(json(bare, ApiVersion.V3).has("extraFormats")).isFalse();
        assertThat(json(bare, ApiVersion.V2).at("/profile/1").has("formats")).isFalse();
    }

    @Holds("IMG-077")
    @Test
    void enlargingIsDeclaredUnderTheNameOfTheVersion() {
        ImageInfo info = info(TILE, SizeTest.UP_TO_3000);
        assertThat(texts(json(info, ApiVersion.V2).at("/profile/1/supports"))).endsWith("sizeAboveFull");
        assertThat(texts(json(info, ApiVersion.V3).at("/extraFeatures"))).endsWith("sizeUpscaling");
        assertThat(json(info, ApiVersion.V3).at("/maxWidth").asInt()).isEqualTo(3000);
    }

    @Holds("IMG-246")
    @ParameterizedTest(name = "version 3 says {1} of {0}")
    @CsvSource({"https://creativecommons.org/licenses/by/4.0/,http://creativecommons.org/licenses/by/4.0/",
        "http://rightsstatements.org/vocab/InC/1.0/,http://rightsstatements.org/vocab/InC/1.0/",
        "https://example.org/terms,", "http://creativecommons.org.example.net/,"})
    void rightsOutsideTheVocabulariesAreLeftOut(String uri, String said) {
        ImageInfo info = ImageInfo.of(TILE, TILE, Limits.NONE, EnumSet.allOf(Format.class), Quality.COLOR)
                .about(new About(Optional.of(uri), Optional.empty(), OptionalDouble.empty(), List.of(), List.of()));
        assertThat(json(info, ApiVersion.V3).path("rights").asString("")).isEqualTo(said == null ? "" : said);
        assertThat(json(info, ApiVersion.V2).path("license").asString("")).isEqualTo(uri);
    }

    private static ImageInfo info(Dimensions size, Limits limits) {
        return ImageInfo.of(size, TILE, limits, Set.of(Format.JPG, Format.PNG), Quality.COLOR);
    }

    private static JsonNode json(ImageInfo info, ApiVersion version) {
        return JsonMapper.shared().readTree(InfoJson.write(info, "https://example.org/iiif/a", version));
    }

    private static String texts(JsonNode array) {
        return String.join(",", array.valueStream().map(JsonNode::asString).toList());
    }
}
