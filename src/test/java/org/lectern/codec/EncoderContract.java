package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pixels.Pixels;

/** What every encoder keeps; another program's reader of the format is the witness. */
abstract class EncoderContract {

    /** Another instance with the same settings each time. */
    abstract Encoder encoder();

    /** The picture as another reader of the format finds it: its samples, not converted. */
    abstract BufferedImage read(byte[] bytes) throws IOException;

    /** Least signal to noise of a smooth picture, in dB; infinite for formats that lose nothing. */
    abstract double leastPsnr();

    /** The dots an inch that are noted, empty when the format cannot. */
    abstract OptionalDouble dpi(byte[] bytes) throws IOException;

    /** Bits a sample that are stored for a bitonal picture. */
    abstract int bitonalBits(byte[] bytes) throws IOException;

    /** The embedded profile; empty when the format cannot. */
    abstract Optional<byte[]> profile(byte[] bytes) throws IOException;

    /** Alpha as the format keeps it. */
    int keptAlpha(int alpha) {
        return alpha;
    }

    /** Least signal to noise of a tiny picture. */
    double leastPsnrWhenTiny() {
        return leastPsnr();
    }

    final byte[] encode(BufferedImage image, boolean bitonal, OptionalDouble dpi) {
        var out = new ByteArrayOutputStream();
        encoder().encode(image, bitonal, dpi, out);
        return out.toByteArray();
    }

    final byte[] encode(BufferedImage image) {
        return encode(image, false, OptionalDouble.empty());
    }

    @Holds("IMG-152")
    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "2,2", "3,5", "17,13", "64,64", "65,33", "200,120"})
    void colourOfEverySizeComesBack(int width, int height) throws IOException {
        BufferedImage image = EncoderPictures.rgb(width, height, 8);
        BufferedImage back = read(encode(image));
        assertThat(back.getWidth()).isEqualTo(width);
        assertThat(back.getHeight()).isEqualTo(height);
        double least = width * height < 1000 ? leastPsnrWhenTiny() : leastPsnr();
        assertThat(EncoderPictures.psnr(image, back)).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "64,64", "129,65"})
    void grayStaysOneComponent(int width, int height) throws IOException {
        BufferedImage image = EncoderPictures.gray(width, height, 8);
        BufferedImage back = read(encode(image));
        assertThat(grayComponents(encode(image), back)).isEqualTo(1);
        double least = width * height < 1000 ? leastPsnrWhenTiny() : leastPsnr();
        assertThat(EncoderPictures.psnr(image, back)).isGreaterThanOrEqualTo(least);
    }

    int grayComponents(byte[] bytes, BufferedImage back) throws IOException {
        return back.getRaster().getNumBands();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "8,8", "31,17", "100,50"})
    void bitonalIsStoredInOneBitWhereTheFormatCan(int width, int height) throws IOException {
        BufferedImage image = EncoderPictures.bitonal(width, height, 7);
        byte[] bytes = encode(image, true, OptionalDouble.empty());
        BufferedImage back = read(bytes);
        assertThat(bitonalBits(bytes)).isEqualTo(bitonalBits());
        if (bitonalBits() > 1) {
            return;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(back.getRGB(x, y) & 0xff).as("pixel %d,%d", x, y)
                        .isEqualTo(image.getRaster().getSample(x, y, 0));
            }
        }
    }

    int bitonalBits() {
        return 1;
    }

    @ParameterizedTest
    @CsvSource({"false,1,1", "false,40,30", "true,1,1", "true,40,30"})
    void alphaIsKeptOrDeclaredUnsupported(boolean gray, int width, int height) throws IOException {
        Assumptions.assumeTrue(encoder().alpha(), "declares that it keeps no alpha");
        Assumptions.assumeTrue(width > 1 || readerKnowsTinyAlpha(), "no witness for so small a picture");
        BufferedImage image = EncoderPictures.withAlpha(width, height, gray, 8);
        BufferedImage back = read(encode(image));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = image.getRaster().getSample(x, y, image.getRaster().getNumBands() - 1);
                assertThat(alpha(back, x, y)).as("alpha at %d,%d", x, y).isCloseTo(keptAlpha(alpha), within(alphaOff()));
            }
        }
    }

    int alpha(BufferedImage back, int x, int y) {
        return back.getColorModel().getAlpha(back.getRaster().getDataElements(x, y, null));
    }

    boolean readerKnowsTinyAlpha() {
        return true;
    }

    int alphaOff() {
        return 0;
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void sixteenBitsAreKeptOrDeclaredUnsupported(boolean gray, boolean alpha) throws IOException {
        Assumptions.assumeTrue(encoder().bits() == 16, "declares that it keeps 8 bits");
        Assumptions.assumeTrue(!alpha || encoder().alpha(), "declares that it keeps no alpha");
        BufferedImage image = alpha ? EncoderPictures.withAlpha(33, 21, gray, 16)
                : gray ? EncoderPictures.gray(33, 21, 16) : EncoderPictures.rgb(33, 21, 16);
        BufferedImage back = read(encode(image));
        assertThat(back.getSampleModel().getSampleSize(0)).isEqualTo(16);
        assertThat(back.getRaster().getNumBands()).isEqualTo(Pixels.bands(image));
        assertThat(EncoderPictures.psnr(image, back)).isGreaterThanOrEqualTo(leastPsnrWhenTiny());
    }

    @Test
    void dotsAnInchAreNoted() throws IOException {
        byte[] bytes = encode(EncoderPictures.rgb(20, 10, 8), false, OptionalDouble.of(300));
        if (notesDpi()) {
            assertThat(dpi(bytes).orElse(0)).isCloseTo(300, within(0.05));
        } else {
            assertThat(dpi(bytes)).isEmpty();
        }
    }

    boolean notesDpi() {
        return true;
    }

    @Test
    void anotherProfileIsEmbeddedAndSrgbIsNot() throws IOException {
        BufferedImage image = EncoderPictures.linearRgb(40, 40);
        byte[] icc = OutputProfile.of(image).orElseThrow();
        byte[] bytes = encode(image);
        assertThat(profile(encode(EncoderPictures.rgb(40, 40, 8)))).isEmpty();
        assertThat(profile(encode(EncoderPictures.gray(40, 40, 8)))).isEmpty();
        if (!encoder().profile()) {
            assertThat(profile(bytes)).as("declares that it embeds no profile").isEmpty();
            return;
        }
        assertThat(profile(bytes)).hasValueSatisfying(found -> assertThat(found).isEqualTo(icc));
        assertThat(EncoderPictures.psnr(image, readIgnoringProfile(bytes)))
                .isGreaterThanOrEqualTo(leastPsnrWhenTiny());
    }

    @Test
    void theProfileOfGrayIsEmbeddedToo() throws IOException {
        Assumptions.assumeTrue(encoder().profile(), "declares that it embeds no profile");
        BufferedImage image = EncoderPictures.profiledGray(40, 30);
        byte[] icc = OutputProfile.of(image).orElseThrow();
        assertThat(profile(encode(image))).hasValueSatisfying(found -> assertThat(found).isEqualTo(icc));
    }

    /** The file of another day, and of a program that was started anew, is the same to the byte. */
    @Test
    void nothingOfTheHourIsWritten() throws InterruptedException {
        byte[] before = encode(EncoderPictures.rgb(33, 21, 8), false, OptionalDouble.of(300));
        Thread.sleep(1100); // seconds are the finest that formats note
        assertThat(encode(EncoderPictures.rgb(33, 21, 8), false, OptionalDouble.of(300))).isEqualTo(before);
    }

    BufferedImage readIgnoringProfile(byte[] bytes) throws IOException {
        return read(bytes);
    }

    @Test
    void equalPixelsGiveEqualBytes() {
        for (int round = 0; round < 2; round++) {
            assertThat(encode(EncoderPictures.rgb(90, 70, 8), false, OptionalDouble.of(150)))
                    .isEqualTo(encode(EncoderPictures.rgb(90, 70, 8), false, OptionalDouble.of(150)));
            assertThat(encode(EncoderPictures.bitonal(90, 70, 3), true, OptionalDouble.empty()))
                    .isEqualTo(encode(EncoderPictures.bitonal(90, 70, 3), true, OptionalDouble.empty()));
        }
    }

    @Test
    void theGivenPictureIsNotAlteredAndTheStreamNotClosed() {
        BufferedImage image = EncoderPictures.rgb(50, 40, 8);
        byte[] before = Pixels.bytes(image).clone();
        var closed = new boolean[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        encoder().encode(image, false, OptionalDouble.of(72), out);
        assertThat(Pixels.bytes(image)).isEqualTo(before);
        assertThat(closed[0]).isFalse();
    }

    @Test
    void fourInksAreRefused() {
        ColorSpace inks = new ColorSpace(ColorSpace.TYPE_CMYK, 4) {
            @Override
            public float[] toRGB(float[] c) {
                return new float[] {1 - c[0], 1 - c[1], 1 - c[2]};
            }

            @Override
            public float[] fromRGB(float[] rgb) {
                return new float[] {1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0};
            }

            @Override
            public float[] toCIEXYZ(float[] c) {
                return ColorSpace.getInstance(CS_sRGB).toCIEXYZ(toRGB(c));
            }

            @Override
            public float[] fromCIEXYZ(float[] xyz) {
                return fromRGB(ColorSpace.getInstance(CS_sRGB).fromCIEXYZ(xyz));
            }
        };
        BufferedImage image = Pixels.create(new Dimensions(4, 4), inks, false, 8);
        assertThatThrownBy(() -> encode(image)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("4 bands");
    }
}
