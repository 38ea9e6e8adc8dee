package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.core.IiifException;

class WebpEncoderTest extends EncoderContract {

    @BeforeEach
    void libraryLoads() {
        Assumptions.assumeTrue(WebpEncoder.unavailable().isEmpty(), () -> WebpEncoder.unavailable().orElse(""));
    }

    @Override
    Encoder encoder() {
        return new WebpEncoder(95);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        BufferedImage image = Readers.read(new WebPImageReaderSpi(), bytes);
        var back = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < back.getHeight(); y++) {
            for (int x = 0; x < back.getWidth(); x++) {
                back.setRGB(x, y, image.getRGB(x, y));
            }
        }
        return back;
    }

    @Override
    int grayComponents(byte[] bytes, BufferedImage back) {
        return 1; // the format has no grey of its own
    }

    @Override
    boolean readerKnowsTinyAlpha() {
        return false;
    }

    @Test
    void theAlphaOfASinglePixelIsStored() {
        byte[] bytes = encode(EncoderPictures.withAlpha(1, 1, false, 8));
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("ALPH");
        assertThat(bytes[at + 9] & 0xff).isEqualTo(EncoderPictures.withAlpha(1, 1, false, 8).getRaster().getSample(0, 0, 3));
    }

    @Override
    double leastPsnr() {
        return 34;
    }

    @Override
    double leastPsnrWhenTiny() {
        return 24;
    }

    @Override
    OptionalDouble dpi(byte[] bytes) {
        return OptionalDouble.empty();
    }

    @Override
    boolean notesDpi() {
        return false;
    }

    @Override
    int bitonalBits() {
        return 8;
    }

    @Override
    int bitonalBits(byte[] bytes) {
        return 8;
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.contains("ICCP") ? Optional.of(bytes) : Optional.empty();
    }

    @Test
    void itSaysThatItEmbedsNoProfile() {
        assertThat(encoder().profile()).isFalse();
    }

    @Test
    void aSideTheFormatCannotHoldIsRefused() {
        assertThatThrownBy(() -> encode(EncoderPictures.gray(16_384, 1, 8)))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("16383");
    }

    @Test
    void theListHoldsItOnlyWhenSwitchedOn() {
        EncoderSettings off = EncoderSettings.STANDARD;
        var on = new EncoderSettings(off.jpegQuality(), off.jpegChroma(), off.jpegProgressive(), off.pngLevel(), off.tiffCompression(),
                off.jp2Ratio(), true, off.webpQuality());
        assertThat(Encoders.of(off)).noneMatch(encoder -> encoder instanceof WebpEncoder).hasSize(6);
        assertThat(Encoders.of(on)).anyMatch(encoder -> encoder instanceof WebpEncoder).hasSize(7);
    }
}
