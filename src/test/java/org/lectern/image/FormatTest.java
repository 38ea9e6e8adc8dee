package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {

    private static final Dimensions SIZE = new Dimensions(512, 512);

    @Holds("IMG-110")
    @ParameterizedTest
    @CsvSource({"jpg,image/jpeg", "png,image/png", "tif,image/tiff", "gif,image/gif", "jp2,image/jp2",
        "pdf,application/pdf", "webp,image/webp"})
    void eachHasItsMediaType(String extension, String mediaType) {
        assertThat(Format.parse(extension).mediaType()).isEqualTo(mediaType);
        assertThat(Format.parse(extension)).hasToString(extension);
    }

    @Holds("IMG-110")
    @Test
    void thereAreNoOthers() {
        assertThat(Format.values()).hasSize(7);
    }

    @Holds("IMG-112")
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "tiff", "JPG", "Png", "bmp", "avif", "", " jpg", "jpg ", "jpg/", "ȷpg"})
    void anyOtherIsMalformedAndTheRightOnesAreNamed(String extension) {
        assertThatThrownBy(() -> Format.parse(extension)).isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("jpg, png, gif, tif, jp2, pdf, webp");
    }

    @Holds("IMG-113")
    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void aRequestWithoutFormatIsMalformed(ApiVersion version) {
        assertThatThrownBy(() -> ImageRequest.parse(List.of("full", "full", "0", "default"), version))
                .isInstanceOf(IiifException.Malformed.class);
        assertThatThrownBy(() -> ImageRequest.parse(List.of("full", "max", "0", "default"), version))
                .isInstanceOf(IiifException.Malformed.class);
    }

    @Holds("IMG-114")
    @ParameterizedTest
    @CsvSource({"default.x.jpg,default.x", "default.jpg.png,default.jpg", "a.b.c.gif,a.b.c"})
    void itStandsBehindTheLastDot(String last, String quality) {
        assertThatThrownBy(() -> ImageRequest.parse(List.of("full", "max", "0", last), ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class).hasMessageContaining("'" + quality + "'");
    }

    @Holds("IMG-111")
    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"JPG", "PNG"})
    void thoseOfTheLevelMustBeWritten(Format missing) {
        Set<Format> formats = EnumSet.complementOf(EnumSet.of(missing));
        assertThatThrownBy(() -> info(formats)).isInstanceOf(IllegalArgumentException.class);
    }

    @Holds("IMG-111")
    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"GIF", "TIF", "JP2", "PDF", "WEBP"})
    void anyOtherIsDeclaredWhenItIsWritten(Format format) {
        ImageInfo with = info(EnumSet.of(Format.JPG, Format.PNG, format));
        ImageInfo without = info(EnumSet.of(Format.JPG, Format.PNG));
        assertThat(names(json(with, ApiVersion.V3).at("/extraFormats"))).containsExactly(format.toString());
        assertThat(names(json(with, ApiVersion.V2).at("/profile/1/formats"))).contains(format.toString());
        assertThat(json(without, ApiVersion.V3).has("extraFormats")).isFalse();
        assertThat(names(json(without, ApiVersion.V2).at("/profile/1/formats"))).doesNotContain(format.toString());
    }

    private static ImageInfo info(Set<Format> formats) {
        return ImageInfo.of(SIZE, SIZE, Limits.NONE, formats, Quality.COLOR);
    }

    private static JsonNode json(ImageInfo info, ApiVersion version) {
        return JsonMapper.shared().readTree(InfoJson.write(info, "https://example.org/iiif/a", version));
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
