package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfPages;
import org.lectern.pixels.Pixels;

class PdfDecoderTest {

    private static final PdfDecoder DECODER = new PdfDecoder(new PdfPages(PdfLimits.STANDARD, Fixtures.jpx()));

    @TempDir
    private Path folder;

    private Blob pdf(int width, int height, double dpi) throws IOException {
        Path file = folder.resolve("page.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PdfEncoder(new JpegEncoder(95, JpegEncoder.Chroma.FULL))
                    .encode(EncoderPictures.rgb(width, height, 8), false, OptionalDouble.of(dpi), out);
        }
        return FileBlob.of(file, "page.pdf");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "1019,true", "1020,false"})
    void theHeaderMayStandWithinTheFirst1024Bytes(int before, boolean recognised) {
        byte[] head = new byte[before + 8];
        byte[] magic = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, head, before, magic.length);
        assertThat(DECODER.recognises(Arrays.copyOf(head, Math.min(head.length, Decoder.HEAD_BYTES)))).isEqualTo(recognised);
    }

    @Test
    void levelsHalveDownTo512AndAreWhole() throws IOException {
        try (Blob blob = pdf(2001, 1201, 300)) {
            Pyramid pyramid = DECODER.pyramid(new Picture(blob, 0));
            assertThat(pyramid.levels()).extracting(Pyramid.Level::size).containsExactly(
                    new Dimensions(2001, 1201), new Dimensions(1001, 601), new Dimensions(501, 301));
            assertThat(pyramid.levels()).noneMatch(Pyramid.Level::randomAccess);
            assertThat(pyramid.nature()).isEqualTo(Quality.COLOR);
            assertThat(pyramid.bands()).isEqualTo(3);
            assertThat(pyramid.bits()).isEqualTo(8);
            assertThat(pyramid.dpi().orElse(0)).isCloseTo(300, within(0.5));
            assertThat(DECODER.pages(blob)).isEqualTo(1);
        }
    }

    @Test
    void whatTheEncoderWroteIsDrawnPixelForPixel() throws IOException {
        try (Blob blob = pdf(701, 403, 150)) {
            var picture = new Picture(blob, 0);
            Pyramid pyramid = DECODER.pyramid(picture);
            assertThat(pyramid.size()).isEqualTo(new Dimensions(701, 403));
            BufferedImage image = DECODER.decode(picture, 0, pyramid.size().bounds());
            assertThat(Pixels.isNormal(image)).isTrue();
            assertThat(EncoderPictures.psnr(EncoderPictures.rgb(701, 403, 8), image)).isGreaterThan(34);
        }
    }

    private Pyramid written(BufferedImage image, boolean bitonal) throws IOException {
        Path file = folder.resolve("written.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PdfEncoder(new JpegEncoder(95, JpegEncoder.Chroma.FULL))
                    .encode(image, bitonal, OptionalDouble.of(300), out);
        }
        try (Blob blob = FileBlob.of(file, "written.pdf")) {
            var picture = new Picture(blob, 0);
            Pyramid pyramid = DECODER.pyramid(picture);
            BufferedImage back = DECODER.decode(picture, 0, pyramid.size().bounds());
            assertThat(Pixels.isNormal(back)).isTrue();
            assertThat(Pixels.bands(back)).isEqualTo(pyramid.bands());
            assertThat(EncoderPictures.psnr(image, back)).isGreaterThan(bitonal ? 100 : 34);
            return pyramid;
        }
    }

    @Test
    void aPageThatIsAGrayOrBitonalPictureIsOfThatNature() throws IOException {
        Pyramid gray = written(EncoderPictures.gray(1201, 803, 8), false);
        assertThat(gray.nature()).isEqualTo(Quality.GRAY);
        assertThat(gray.bands()).isEqualTo(1);
        Pyramid bitonal = written(EncoderPictures.bitonal(2401, 1203, 9), true);
        assertThat(bitonal.nature()).isEqualTo(Quality.BITONAL);
        assertThat(bitonal.bands()).isEqualTo(1);
        assertThat(written(EncoderPictures.rgb(1201, 803, 8), false).nature()).isEqualTo(Quality.COLOR);
    }

    @Test
    void everyLevelShowsTheSame() throws IOException {
        try (Blob blob = pdf(1201, 803, 200)) {
            var picture = new Picture(blob, 0);
            Pyramid pyramid = DECODER.pyramid(picture);
            double[] means = new double[pyramid.levels().size()];
            for (int level = 0; level < means.length; level++) {
                Dimensions size = pyramid.levels().get(level).size();
                BufferedImage image = DECODER.decode(picture, level, size.bounds());
                assertThat(new Dimensions(image.getWidth(), image.getHeight())).isEqualTo(size);
                for (byte sample : Pixels.bytes(image)) {
                    means[level] += (sample & 0xff) / (3.0 * size.area());
                }
                assertThat(means[level]).isCloseTo(means[0], within(1.5));
            }
        }
    }

    @Test
    void costCoversThePageTheAnswerAndAPictureAsLargeAsThePage() throws IOException {
        try (Blob blob = pdf(3000, 2000, 300)) {
            Pyramid pyramid = DECODER.pyramid(new Picture(blob, 0));
            long full = DECODER.cost(pyramid, 0, pyramid.size().bounds());
            long small = DECODER.cost(pyramid, 2, pyramid.levels().get(2).size().bounds());
            assertThat(full).isGreaterThan(18L * 3000 * 2000);
            assertThat(small).isLessThan(full).isGreaterThan(12L * 3000 * 2000);
        }
    }
}
