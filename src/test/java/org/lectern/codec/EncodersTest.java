package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.image.Format;

class EncodersTest {

    @Holds("IMG-111")
    @Test
    void allFormatsOfTheLevelsAreThereWhateverIsSet() {
        assertThat(formats(EncoderSettings.STANDARD))
                .containsExactlyInAnyOrder(Format.JPG, Format.PNG, Format.GIF, Format.TIF, Format.JP2, Format.PDF);
    }

    private static List<Format> formats(EncoderSettings settings) {
        return Encoders.of(settings).stream().map(Encoder::format).toList();
    }

    /** As other programs tell a file's type, by its first bytes. */
    @Holds("IMG-110")
    @Test
    void eachWritesWhatItsFormatSays() {
        for (Encoder encoder : Encoders.of(EncoderSettings.STANDARD)) {
            var out = new ByteArrayOutputStream();
            encoder.encode(EncoderPictures.rgb(20, 10, 8), false, OptionalDouble.empty(), out);
            assertThat(out.toString(StandardCharsets.ISO_8859_1)).as("%s", encoder.format())
                    .startsWith(signature(encoder.format()));
        }
    }

    private static String signature(Format format) {
        return switch (format) {
            case JPG -> "\u00ff\u00d8\u00ff";
            case PNG -> "\u0089PNG\r\n\u001a\n";
            case GIF -> "GIF8";
            case TIF -> "MM\0*";
            case JP2 -> "\0\0\0\14jP  \r\n\u0087\n";
            case PDF -> "%PDF-1.";
            case WEBP -> "RIFF";
        };
    }

    /** Every setting changes the text that keys of caches and entity tags are made of. */
    @Test
    void everySettingIsPartOfTheKey() {
        EncoderSettings s = EncoderSettings.STANDARD;
        var chroma = JpegEncoder.Chroma.HALVED;
        var lzw = TiffEncoder.Compression.LZW;
        List<EncoderSettings> others = List.of(
                s,
                new EncoderSettings(81, chroma, false, 3, lzw, 10, false, 80),
                new EncoderSettings(80, JpegEncoder.Chroma.FULL, false, 3, lzw, 10, false, 80),
                new EncoderSettings(80, chroma, true, 3, lzw, 10, false, 80),
                new EncoderSettings(80, chroma, false, 4, lzw, 10, false, 80),
                new EncoderSettings(80, chroma, false, 3, TiffEncoder.Compression.NONE, 10, false, 80),
                new EncoderSettings(80, chroma, false, 3, lzw, 11, false, 80));
        Set<String> keys = new HashSet<>();
        others.forEach(settings -> keys.add(Encoders.of(settings).stream()
                .map(encoder -> encoder.format() + " " + encoder.settings())
                .collect(Collectors.joining("; "))));
        assertThat(keys).hasSameSizeAs(others);
    }

    @Test
    void noneTellsThatItTakesLessForMore() {
        var small = new Dimensions(100, 100);
        var large = new Dimensions(3000, 2000);
        for (Encoder encoder : Encoders.of(EncoderSettings.STANDARD)) {
            long cost = encoder.cost(small, 3, 8);
            assertThat(cost).as("%s", encoder.format()).isBetween(0L, 5L << 20);
            assertThat(encoder.cost(large, 3, 8)).isGreaterThanOrEqualTo(cost);
        }
    }
}
