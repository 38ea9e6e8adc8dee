package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfEncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new PdfEncoder(new JpegEncoder(90, JpegEncoder.Chroma.FULL));
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return image(document).getImage();
        }
    }

    private static PDImageXObject image(PDDocument document) throws IOException {
        return (PDImageXObject) document.getPage(0).getResources().getXObject(COSName.getPDFName("P"));
    }

    @Override
    double leastPsnr() {
        return 38;
    }

    @Override
    double leastPsnrWhenTiny() {
        return 30;
    }

    @Override
    BufferedImage readIgnoringProfile(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            BufferedImage back = EncoderPictures.rgb(image(document).getWidth(), image(document).getHeight(), 8);
            back.getRaster().setDataElements(0, 0, image(document).getRawRaster());
            return back;
        }
    }

    @Override
    int grayComponents(byte[] bytes, BufferedImage back) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return image(document).getColorSpace().getNumberOfComponents();
        }
    }

    @Override
    OptionalDouble dpi(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDPage page = document.getPage(0);
            return OptionalDouble.of(image(document).getWidth() * 72 / (double) page.getMediaBox().getWidth());
        }
    }

    @Override
    int bitonalBits(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return image(document).getBitsPerComponent();
        }
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return image(document).getColorSpace() instanceof PDICCBased based
                    ? Optional.of(based.getPDStream().toByteArray()) : Optional.empty();
        }
    }

    @Test
    void thePageHasThePhysicalSizeOfThePicture() throws IOException {
        byte[] bytes = encode(EncoderPictures.rgb(300, 150, 8), false, OptionalDouble.of(150));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isCloseTo(144f, within(0.001f));
            assertThat(box.getHeight()).isCloseTo(72f, within(0.001f));
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** Readers take pages of up to 14400 units. */
    @ParameterizedTest
    @CsvSource({"14400,1,72,1", "14401,1,72,2", "3,30000,72,3", "1000,2,2,3", "3000,4,300,1"})
    void aVeryLargePageKeepsItsSizeByALargerUnit(int width, int height, double dpi, int unit) throws IOException {
        byte[] bytes = encode(EncoderPictures.gray(width, height, 8), false, OptionalDouble.of(dpi));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDPage page = document.getPage(0);
            PDRectangle box = page.getMediaBox();
            assertThat(page.getUserUnit()).isEqualTo(unit);
            assertThat(Math.max(box.getWidth(), box.getHeight())).isLessThanOrEqualTo(14_400);
            assertThat((double) box.getWidth() * unit).isCloseTo(width * 72 / dpi, within(0.01));
            assertThat((double) box.getHeight() * unit).isCloseTo(height * 72 / dpi, within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opacityIsASoftMaskAndColoursLoseNothing(boolean gray) throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(37, 23, gray, 8);
        try (PDDocument document = Loader.loadPDF(encode(image))) {
            assertThat(image(document).getSoftMask().getBitsPerComponent()).isEqualTo(8);
            BufferedImage back = image(document).getImage();
            int last = image.getRaster().getNumBands() - 1;
            for (int i = 0; i < 37 * 23; i++) {
                int[] samples = image.getRaster().getPixel(i % 37, i / 37, (int[]) null);
                int blue = gray ? samples[0] : samples[2];
                int argb = samples[last] << 24 | samples[0] << 16 | (gray ? samples[0] : samples[1]) << 8 | blue;
                assertThat(back.getRGB(i % 37, i / 37)).as("pixel %d", i).isEqualTo(argb);
            }
        }
    }

    @Test
    void withoutDotsAnInchAPixelIsAPoint() throws IOException {
        try (PDDocument document = Loader.loadPDF(encode(EncoderPictures.gray(30, 15, 8)))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(30f);
        }
    }

    @Test
    void differentPicturesHaveDifferentIdsAndNoDates() throws IOException {
        byte[] one = encode(EncoderPictures.rgb(30, 15, 8));
        byte[] other = encode(EncoderPictures.rgb(30, 16, 8));
        assertThat(id(one)).isNotEqualTo(id(other)).hasSize(32);
        assertThat(new String(one, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Date");
    }

    private static String id(byte[] pdf) {
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = text.indexOf("/ID[<") + 5;
        return text.substring(at, text.indexOf('>', at));
    }
}
