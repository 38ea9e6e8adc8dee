package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.pixels.Pixels;

class GifEncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new GifEncoder();
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        BufferedImage indexed = Readers.read(Readers.ofJdk("gif"), bytes);
        var back = new BufferedImage(indexed.getWidth(), indexed.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var model = (IndexColorModel) indexed.getColorModel();
        assertThat(model.getMapSize()).isLessThanOrEqualTo(256);
        for (int y = 0; y < back.getHeight(); y++) {
            for (int x = 0; x < back.getWidth(); x++) {
                back.setRGB(x, y, indexed.getRGB(x, y));
            }
        }
        return back;
    }

    @Override
    int grayComponents(byte[] bytes, BufferedImage back) {
        for (int y = 0; y < back.getHeight(); y++) {
            for (int x = 0; x < back.getWidth(); x++) {
                int rgb = back.getRGB(x, y);
                assertThat(rgb >> 16 & 0xff).isEqualTo(rgb & 0xff);
                assertThat(rgb >> 8 & 0xff).isEqualTo(rgb & 0xff);
            }
        }
        return 1;
    }

    @Override
    double leastPsnr() {
        return 27; // three independent waves fill the whole cube of colours: 256 entries are few for that
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
    int bitonalBits(byte[] bytes) {
        return (bytes[10] & 7) + 1;
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.contains("ICCRGBG1") ? Optional.of(bytes) : Optional.empty();
    }

    @Test
    void itSaysThatItEmbedsNoProfile() {
        assertThat(encoder().profile()).isFalse();
    }

    @Override
    int keptAlpha(int alpha) {
        return alpha < 128 ? 0 : 255;
    }

    @Test
    void grayKeepsAllItsLevels() throws IOException {
        BufferedImage image = EncoderPictures.gray(200, 100, 8);
        assertThat(EncoderPictures.psnr(image, read(encode(image)))).isInfinite();
    }

    @Test
    void asManyColoursAsFitAreKeptExactly() throws IOException {
        long seed = 11;
        var random = new Random(seed);
        int[] colours = random.ints(256, 0, 1 << 24).toArray();
        BufferedImage image = EncoderPictures.rgb(64, 64, 8);
        for (int i = 0; i < 64 * 64; i++) {
            int colour = colours[i < 256 ? i : random.nextInt(256)];
            image.getRaster().setPixel(i % 64, i / 64, new int[] {colour >> 16, colour >> 8 & 0xff, colour & 0xff});
        }
        assertThat(EncoderPictures.psnr(image, read(encode(image)))).as("seed %d", seed).isInfinite();
    }

    @Test
    void moreColoursAreReducedToAFullPalette() throws IOException {
        BufferedImage back = read(encode(EncoderPictures.rgb(256, 256, 8)));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                colours.add(back.getRGB(x, y));
            }
        }
        assertThat(colours).hasSize(256);
    }

    @Test
    void transparencyTakesOneEntryOfAFullPalette() throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(256, 200, false, 8);
        BufferedImage back = read(encode(image));
        assertThat(back.getRGB(0, 0) >>> 24).isEqualTo(keptAlpha(image.getRaster().getSample(0, 0, 3)));
        assertThat(Pixels.bands(image)).isEqualTo(4);
    }

    @Test
    void aWhollyTransparentPictureIsWritten() throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(5, 4, false, 8);
        java.util.Arrays.fill(Pixels.bytes(image), (byte) 0);
        assertThat(read(encode(image)).getRGB(2, 2) >>> 24).isZero();
    }
}
