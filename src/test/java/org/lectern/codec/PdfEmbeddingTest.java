package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pdf.BookPdf;
import org.lectern.pdf.BookPicture;
import org.lectern.tiff.TiffTag;

class PdfEmbeddingTest {

    private static Optional<BookPicture> of(byte[] file) {
        return PdfEmbedding.of(new Picture(new BytesBlob("page", file), 0));
    }

    private static byte[] drawn(int type, String format) {
        return Fixtures.written(Fixtures.colourful(40, 30, type), format);
    }

    private static byte[] data(BookPicture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            picture.data().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(picture.data().length()).isEqualTo(out.size());
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{1} bands")
    @CsvSource({"5, 3", "10, 1"})
    void aJpegStaysAsItIsToTheLastByte(int type, int bands) {
        byte[] jpeg = drawn(type, "jpeg");
        BookPicture picture = of(jpeg).orElseThrow();

        assertThat(data(picture)).isEqualTo(jpeg);
        assertThat(picture.coding()).isEqualTo(BookPicture.Coding.JPEG);
        assertThat(picture.bands()).isEqualTo(bands);
        assertThat(picture.stored()).isEqualTo(new Dimensions(40, 30));
        assertThat(picture.profile()).isEmpty();
        assertThat(picture.inverted()).isFalse();
    }

    /** A JPEG of no picture: its headers alone. */
    private static byte[] headers(int process, int bits, int components, String names, int adobe) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        if (adobe >= 0) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobe});
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) (0xc0 + process), 0, (byte) (8 + 3 * components), (byte) bits, 0, 30, 0, 40,
            (byte) components});
        for (int i = 0; i < components; i++) {
            out.writeBytes(new byte[] {(byte) names.charAt(i), 0x11, 0});
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 2});
        return out.toByteArray();
    }

    @ParameterizedTest(name = "process {0}, {1} bits, {2} components, Adobe {4} → {5}")
    @CsvSource({"0, 8, 3, 123, -1, JPEG", "1, 8, 3, 123, -1, JPEG", "2, 8, 3, 123, -1, JPEG", "0, 8, 3, RGB, -1, JPEG_RGB",
        "0, 8, 3, RGB, 0, JPEG", "0, 8, 3, 123, 1, JPEG", "0, 8, 4, 1234, -1, JPEG", "0, 8, 4, 1234, 2, JPEG inverted",
        "0, 8, 4, 1234, 0, JPEG inverted", "0, 8, 1, 1, -1, JPEG", "0, 8, 2, 12, -1, none", "1, 12, 3, 123, -1, none",
        "3, 8, 3, 123, -1, none", "9, 8, 3, 123, -1, none"})
    void onlyWhatReadersOfPdfDecodeStaysAsItIs(
            int process, int bits, int components, String names, int adobe, String expected) {
        String found = of(headers(process, bits, components, names, adobe))
                .map(picture -> picture.coding() + (picture.inverted() ? " inverted" : "")).orElse("none");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aPlainJp2StaysAsItIs() {
        byte[] jp2 = Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_3BYTE_BGR));
        BookPicture picture = of(jp2).orElseThrow();

        assertThat(picture.coding()).isEqualTo(BookPicture.Coding.JP2);
        assertThat(picture.bands()).isEqualTo(3);
        assertThat(data(picture)).isEqualTo(jp2);
        assertThat(of(Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_BYTE_GRAY))).orElseThrow().bands()).isEqualTo(1);
    }

    @Test
    void aJp2WithOpacityOrWithSignedSamplesHasToBeDecoded() {
        byte[] signed = Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_INT_RGB)); // as this writer has it
        assertThat(of(signed)).isEmpty();
        assertThat(of(Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_INT_ARGB)))).isEmpty();
    }

    /** Black on the left, and a black line on the right. */
    private static BufferedImage ink() {
        BufferedImage image = new BufferedImage(40, 8, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, x < 20 || y == 4 ? 0 : 0xffffff);
            }
        }
        return image;
    }

    /** The place of the low byte of a tag of one short number. */
    private static int value(byte[] tiff, int tag) {
        ByteBuffer in = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = in.getInt(4);
        for (int entry = directory + 2; ; entry += 12) {
            if ((in.getShort(entry) & 0xffff) == tag) {
                return entry + (tiff[0] == 'I' ? 8 : 9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFaxOfOneStripStaysAsItIsAndItsBlackIsBlack(boolean inverted) throws IOException {
        byte[] tiff = Fixtures.stripTiff(ink(), "CCITT T.6");
        tiff[value(tiff, TiffTag.PHOTOMETRIC)] ^= (byte) (inverted ? 1 : 0);
        BookPicture picture = of(tiff).orElseThrow();

        assertThat(picture.coding()).isEqualTo(BookPicture.Coding.FAX);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookPdf book = new BookPdf(out);
        book.page(72, 40, picture, Optional.empty());
        book.end(new BookPdf.About("Fax", Optional.empty(), Optional.empty(), false, List.of("1"), List.of(), "id"));
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            BufferedImage seen = new PDFRenderer(read).renderImage(0);
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 40; x++) {
                    boolean black = (seen.getRGB(x, y) & 0xff) < 128;
                    assertThat(black).as(x + "," + y).isEqualTo((x < 20 || y == 4) != inverted);
                }
            }
        }
    }

    @Test
    void otherFormatsHaveToBeDecoded() {
        assertThat(of(drawn(BufferedImage.TYPE_INT_RGB, "png"))).isEmpty();
        assertThat(of(drawn(BufferedImage.TYPE_INT_RGB, "tiff"))).isEmpty();
        assertThat(of(Fixtures.tiledTiff(Fixtures.colourful(40, 30, BufferedImage.TYPE_BYTE_BINARY), "CCITT T.6"))).isEmpty();
    }

    @Test
    void aBrokenHeaderIsToldOf() {
        assertThatThrownBy(() -> of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isInstanceOf(IiifException.Broken.class);
    }
}
