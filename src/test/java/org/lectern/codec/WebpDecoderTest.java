package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Picture;
import org.lectern.core.Rect;

/** Webp files made here. */
class WebpDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new WebpDecoder();
    }

    @Override
    byte[] file() {
        return Fixtures.webp(37, 23, 0xff336699);
    }

    @Test
    void everyPixelHasTheColourWritten() {
        assertThat(decoded(new WebpDecoder(), file())).startsWith(0x33, 0x66, 0x99).endsWith(0x33, 0x66, 0x99);
    }

    @ParameterizedTest(name = "filter {0}")
    @CsvSource({
        "0, '1,2,3,4,5,250'", "1, '1,3,6,5,10,4'", "2, '1,3,6,5,8,0'", "3, '1,3,6,5,12,9'"
    })
    void uncompressedTransparencyIsRead(int filter, String expected) {
        byte[] file = Fixtures.lossyWebp(3, 2, filter, new byte[] {1, 2, 3, 4, 5, (byte) 250});
        assertThat(transparency(decoded(new WebpDecoder(), file))).isEqualTo(expected);
    }

    @Test
    void partOfUncompressedTransparencyIsThatPart() {
        byte[] alpha = new byte[16 * 16];
        new Random(3).nextBytes(alpha);
        Picture picture = new Picture(new HeldBlob(Fixtures.lossyWebp(16, 16, 3, alpha), "alpha"), 0);
        BufferedImage whole = new WebpDecoder().decode(picture, 0, new Rect(0, 0, 16, 16));
        BufferedImage part = new WebpDecoder().decode(picture, 0, new Rect(5, 7, 6, 4));
        assertThat(samples(part, part.getRaster().getBounds()))
                .isEqualTo(samples(whole, new Rectangle(5, 7, 6, 4)));
    }

    private static String transparency(int[] samples) {
        return IntStream.range(0, samples.length / 4)
                .mapToObj(i -> String.valueOf(samples[i * 4 + 3])).collect(Collectors.joining(","));
    }
}
